package xinglin.jobs.open.word;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.guard.ZipParts;
import xinglin.jobs.open.own.OwnAnswer;
import xinglin.jobs.open.xml.Xml;
import xinglin.schemas.sheet.Block;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Document.Trait;
import xinglin.schemas.sheet.Paragraph;

/**
 * Reads paragraphs and tables of a .docx in body order. Paragraphs are numbered as they stand in
 * the body, empty ones counted and left out, tables not counted.
 */
public final class DocxReader {
  private final Xml xml;
  private final Budget budget;
  private final List<Block> blocks = new ArrayList<>();
  private int paragraphs;
  private int tables;

  private DocxReader(Xml xml, Budget budget) {
    this.xml = xml;
    this.budget = budget;
  }

  public static Document read(ZipParts parts, String part, Budget budget)
      throws IOException, XMLStreamException, RefusalException {
    Set<Trait> traits =
        parts.hasNamed("vbaproject.bin") ? EnumSet.of(Trait.MACROS) : EnumSet.noneOf(Trait.class);
    try (InputStream in = parts.get(part);
        Xml xml = Xml.of(in)) {
      DocxReader reader = new DocxReader(xml, budget);
      reader.body();
      return new Document(Document.Format.DOCX, reader.blocks, traits);
    }
  }

  /**
   * Content controls and the like wrap paragraphs and tables; whatever is no paragraph and no table
   * is looked into.
   */
  private void body() throws XMLStreamException, RefusalException {
    while (xml.next()) {
      if (xml.starts("p")) {
        paragraphs++;
        String text = DocxText.paragraph(xml, budget);
        if (OwnAnswer.isLastLine(text) && startsWithAnswer()) {
          blocks.clear();
          paragraphs = 0;
          tables = 0;
        } else if (!text.isBlank()) {
          blocks.add(new Paragraph(paragraphs, text));
        }
      } else if (xml.starts("tbl")) {
        tables++;
        budget.sheet();
        blocks.add(DocxTable.read(xml, "表" + tables, budget));
      } else if (xml.starts("sectPr") || xml.starts("Fallback") || xml.starts("sdtPr")) {
        xml.skip();
      }
    }
  }

  /** Whether this is a marked copy sent back: its first page is not the sender's. */
  private boolean startsWithAnswer() {
    return !blocks.isEmpty()
        && blocks.get(0) instanceof Paragraph first
        && OwnAnswer.isHeadline(first.text());
  }
}
