package xinglin.jobs.open.word;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.guard.ZipParts;
import xinglin.jobs.open.own.OwnAnswer;
import xinglin.jobs.open.xml.Relationships;
import xinglin.jobs.open.xml.Xml;
import xinglin.schemas.sheet.Block;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Document.Trait;
import xinglin.schemas.sheet.Paragraph;

/**
 * Reads paragraphs and tables of a .docx in body order, between what stands above and below each
 * page. Paragraphs are numbered as they stand in the body, empty ones counted and left out, tables
 * not counted; a table inside a cell of 表1 is 表1.1.
 */
public final class DocxReader {
  private static final String PROPERTIES = "docProps/app.xml";

  private final ZipParts parts;
  private final Relationships relationships;
  private final Budget budget;
  private final WordNotes notes = new WordNotes();
  private final ListNumbers numbers;
  private final Set<String> headers = new LinkedHashSet<>();
  private final Set<String> footers = new LinkedHashSet<>();

  private DocxReader(
      ZipParts parts, Relationships relationships, ListNumbers numbers, Budget budget) {
    this.parts = parts;
    this.relationships = relationships;
    this.numbers = numbers;
    this.budget = budget;
  }

  public static Document read(ZipParts parts, String part, Budget budget)
      throws IOException, XMLStreamException, RefusalException {
    Set<Trait> traits =
        parts.hasNamed("vbaproject.bin") ? EnumSet.of(Trait.MACROS) : EnumSet.noneOf(Trait.class);
    Relationships relationships = Relationships.of(parts, part);
    DocxReader reader =
        new DocxReader(parts, relationships, NumberingXml.read(parts, relationships), budget);
    List<Block> body = reader.body(part);
    List<Block> blocks = reader.margins(reader.headers, Paragraph.HEADER);
    blocks.addAll(body);
    blocks.addAll(reader.margins(reader.footers, Paragraph.FOOTER));
    return new Document(
        Document.Format.DOCX,
        blocks,
        traits,
        Optional.empty(),
        pages(parts),
        reader.notes.issues());
  }

  private List<Block> body(String part) throws IOException, XMLStreamException, RefusalException {
    List<Block> blocks = new ArrayList<>();
    try (InputStream in = parts.get(part);
        Xml xml = Xml.of(in)) {
      DocxSource source = new DocxSource(xml, budget, notes, numbers);
      read(source, Paragraph.SHEET, 0, blocks);
    }
    return blocks;
  }

  /**
   * Content controls and the like wrap paragraphs and tables; whatever is no paragraph and no table
   * is looked into.
   *
   * @param before paragraphs of this sheet that were read already
   * @return with those read now
   */
  private int read(DocxSource source, String sheet, int before, List<Block> blocks)
      throws XMLStreamException, RefusalException {
    Xml xml = source.xml();
    TableNames names =
        sheet.equals(Paragraph.SHEET) ? TableNames.ofFile() : TableNames.inside(sheet);
    DocxText text = new DocxText(source, names, 0);
    int paragraphs = before;
    while (xml.next()) {
      if (!xml.isStart()) {
        text.ended();
        continue;
      }
      switch (xml.name()) {
        case "p" -> {
          paragraphs++;
          notes.at(sheet, "P" + paragraphs);
          String line = text.paragraph();
          if (OwnAnswer.isLastLine(line) && startsWithAnswer(blocks)) {
            blocks.clear();
            paragraphs = 0;
            names.startAnew();
          } else if (!line.isBlank()) {
            blocks.add(new Paragraph(sheet, paragraphs, line));
          }
          blocks.addAll(text.takeTables());
        }
        case "tbl" -> blocks.addAll(DocxTable.read(source, names.next(), 0));
        case "headerReference" -> margin(xml, headers);
        case "footerReference" -> margin(xml, footers);
        case "ins", "moveTo" -> notes.inserted();
        case "sdtPr" -> text.control();
        case "del", "moveFrom", "Fallback" -> xml.skip();
        default -> {}
      }
    }
    return paragraphs;
  }

  /** Whether this is a marked copy sent back: its first page is not the sender's. */
  private static boolean startsWithAnswer(List<Block> blocks) {
    return !blocks.isEmpty()
        && blocks.get(0) instanceof Paragraph first
        && OwnAnswer.isHeadline(first.text());
  }

  private void margin(Xml xml, Set<String> found) {
    Relationships.Target target = relationships.byId().get(xml.text("id"));
    if (target != null) {
      found.add(target.part());
    }
  }

  /** Every page repeats them; each is read once. */
  private List<Block> margins(Set<String> names, String sheet)
      throws IOException, XMLStreamException, RefusalException {
    List<Block> blocks = new ArrayList<>();
    int paragraphs = 0;
    for (String name : names) {
      Optional<InputStream> part = parts.find(name);
      if (part.isPresent()) {
        try (InputStream in = part.get();
            Xml xml = Xml.of(in)) {
          DocxSource source = new DocxSource(xml, budget, notes, numbers);
          paragraphs = read(source, sheet, paragraphs, blocks);
        }
      }
    }
    return blocks;
  }

  /** As counted by the program that saved the file last. */
  private static Optional<Integer> pages(ZipParts parts) throws IOException, XMLStreamException {
    Optional<InputStream> part = parts.find(PROPERTIES);
    if (part.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = part.get();
        Xml xml = Xml.of(in)) {
      while (xml.next()) {
        if (xml.starts("Pages")) {
          String stated = xml.content().strip();
          return stated.matches("[1-9]\\d{0,4}")
              ? Optional.of(Integer.parseInt(stated))
              : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
