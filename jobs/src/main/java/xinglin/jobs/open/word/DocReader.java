package xinglin.jobs.open.word;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.SubdocumentType;
import org.apache.poi.hwpf.usermodel.HeaderStories;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.Entry;
import org.jspecify.annotations.Nullable;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.Limit;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.schemas.sheet.Block;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Document.Trait;
import xinglin.schemas.sheet.Paragraph;

/**
 * Reads paragraphs and tables of a .doc (Word 97-2003, also what WPS calls .wps) through POI,
 * numbered like those of a .docx. Text boxes stand in a story of their own: their paragraphs follow
 * the body.
 */
public final class DocReader {
  private static final int MOST_BYTES_OF_TEXT = 24 << 20;

  private final HWPFDocument word;
  private final DocSource source;
  private final TableNames names = TableNames.ofFile();

  private DocReader(HWPFDocument word, Budget budget) {
    this.word = word;
    byte[] data = word.getDataStream();
    this.source = new DocSource(data == null ? new byte[0] : data, budget, new WordNotes());
  }

  public static Document read(DirectoryNode root, Budget budget)
      throws IOException, RefusalException {
    Set<Trait> traits =
        root.hasEntryCaseInsensitive("Macros")
            ? EnumSet.of(Trait.MACROS)
            : EnumSet.noneOf(Trait.class);
    size(root);
    try (HWPFDocument word = new HWPFDocument(root)) {
      DocReader reader = new DocReader(word, budget);
      List<Block> blocks = new ArrayList<>();
      Optional<HeaderStories> margins = reader.margins();
      if (margins.isPresent()) {
        HeaderStories stories = margins.get();
        reader.read(
            Paragraph.HEADER,
            blocks,
            stories.getFirstHeaderSubrange(),
            stories.getOddHeaderSubrange(),
            stories.getEvenHeaderSubrange());
      }
      reader.read(Paragraph.SHEET, blocks, word.getRange());
      if (reader.has(SubdocumentType.TEXTBOX)) {
        reader.read(Paragraph.TEXT_BOXES, blocks, word.getMainTextboxRange());
      }
      if (margins.isPresent()) {
        HeaderStories stories = margins.get();
        reader.read(
            Paragraph.FOOTER,
            blocks,
            stories.getFirstFooterSubrange(),
            stories.getOddFooterSubrange(),
            stories.getEvenFooterSubrange());
      }
      return new Document(
          Document.Format.DOC,
          blocks,
          traits,
          Optional.empty(),
          reader.pages(),
          reader.source.notes().issues());
    }
  }

  private Optional<HeaderStories> margins() {
    return has(SubdocumentType.HEADER) ? Optional.of(new HeaderStories(word)) : Optional.empty();
  }

  private boolean has(SubdocumentType story) {
    return word.getFileInformationBlock().getSubdocumentTextStreamLength(story) > 0;
  }

  /** POI holds text and properties several times over; pictures lie elsewhere. */
  private static void size(DirectoryNode root) throws RefusalException {
    for (Entry entry : root) {
      boolean text = entry.getName().endsWith("Table") || entry.getName().equals("WordDocument");
      if (text && entry instanceof DocumentEntry stream && stream.getSize() > MOST_BYTES_OF_TEXT) {
        throw Limit.BYTES.exceeded(MOST_BYTES_OF_TEXT);
      }
    }
  }

  private Optional<Integer> pages() {
    return Optional.ofNullable(word.getSummaryInformation())
        .map(summary -> summary.getPageCount())
        .filter(pages -> pages > 0);
  }

  private void read(String sheet, List<Block> blocks, @Nullable Range... ranges)
      throws RefusalException {
    int paragraphs = 0;
    for (Range range : ranges) {
      int after = -1;
      for (int i = 0; range != null && i < range.numParagraphs(); i++) {
        org.apache.poi.hwpf.usermodel.Paragraph paragraph = range.getParagraph(i);
        if (paragraph.getStartOffset() < after) {
          continue;
        }
        if (paragraph.isInTable()) {
          Table table = range.getTable(paragraph);
          after = Math.max(table.getEndOffset(), paragraph.getEndOffset());
          TableNames own =
              sheet.equals(Paragraph.SHEET) ? names : TableNames.inside(sheet + (i + 1));
          blocks.addAll(DocTable.read(table, own.next(), source));
        } else {
          paragraphs++;
          source.notes().at(sheet, "P" + paragraphs);
          String text = DocText.of(paragraph, source);
          if (!text.isBlank()) {
            blocks.add(new Paragraph(sheet, paragraphs, text));
          }
        }
        source.budget().time();
      }
    }
  }
}
