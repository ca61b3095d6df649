package xinglin.jobs.open.word;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.schemas.sheet.Block;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Document.Trait;

/**
 * Reads paragraphs and tables of a .doc (Word 97-2003, also what WPS calls .wps) through POI,
 * numbered like those of a .docx.
 */
public final class DocReader {
  private final HWPFDocument word;
  private final Budget budget;
  private final List<Block> blocks = new ArrayList<>();
  private int paragraphs;
  private int tables;

  private DocReader(HWPFDocument word, Budget budget) {
    this.word = word;
    this.budget = budget;
  }

  public static Document read(DirectoryNode root, Budget budget)
      throws IOException, RefusalException {
    Set<Trait> traits =
        root.hasEntryCaseInsensitive("Macros")
            ? EnumSet.of(Trait.MACROS)
            : EnumSet.noneOf(Trait.class);
    try (HWPFDocument word = new HWPFDocument(root)) {
      DocReader reader = new DocReader(word, budget);
      reader.body();
      return new Document(
          Document.Format.DOC, reader.blocks, traits, Optional.empty(), reader.pages(), List.of());
    }
  }

  private Optional<Integer> pages() {
    return Optional.ofNullable(word.getSummaryInformation())
        .map(summary -> summary.getPageCount())
        .filter(pages -> pages > 0);
  }

  private void body() throws RefusalException {
    Range range = word.getRange();
    int after = -1;
    for (int i = 0; i < range.numParagraphs(); i++) {
      Paragraph paragraph = range.getParagraph(i);
      if (paragraph.getStartOffset() < after) {
        continue;
      }
      if (paragraph.isInTable()) {
        Table table = range.getTable(paragraph);
        after = Math.max(table.getEndOffset(), paragraph.getEndOffset());
        tables++;
        budget.sheet();
        blocks.add(DocTable.read(table, "表" + tables, budget));
      } else {
        paragraphs++;
        String text = DocText.of(paragraph, budget);
        if (!text.isBlank()) {
          blocks.add(new xinglin.schemas.sheet.Paragraph(paragraphs, text));
        }
      }
      budget.time();
    }
  }
}
