package xinglin.jobs.open.word;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.xml.Xml;

/**
 * Text of Word content. Deleted and moved-away text is not read, text boxes and nested tables are:
 * their lines follow those of the paragraph or cell they hang on, cells of a nested row are
 * separated by tabs.
 */
public final class DocxText {
  /** Deeper nesting is not made by people. */
  private static final int DEEPEST = 40;

  private final Xml xml;
  private final Budget budget;

  DocxText(Xml xml, Budget budget) {
    this.xml = xml;
    this.budget = budget;
  }

  /** The paragraph just started. */
  static String paragraph(Xml xml, Budget budget) throws XMLStreamException, RefusalException {
    return new DocxText(xml, budget).paragraph(0);
  }

  /**
   * The element just started, if it is a paragraph or a nested table, as lines; properties are
   * passed over.
   */
  void block(List<String> lines, int depth) throws XMLStreamException, RefusalException {
    switch (xml.name()) {
      case "p" -> lines.add(paragraph(depth));
      case "tbl" -> table(lines, deeper(depth));
      case "Fallback", "sdtPr" -> xml.skip();
      default -> {}
    }
  }

  private String paragraph(int depth) throws XMLStreamException, RefusalException {
    budget.characters(1);
    StringBuilder text = new StringBuilder();
    List<String> boxes = new ArrayList<>();
    while (xml.next() && !xml.ends("p")) {
      if (xml.isStart()) {
        element(text, boxes, depth);
      }
    }
    for (String line : boxes) {
      if (!line.isBlank()) {
        text.append(text.isEmpty() ? "" : "\n").append(line);
      }
    }
    return text.toString();
  }

  private void element(StringBuilder text, List<String> boxes, int depth)
      throws XMLStreamException, RefusalException {
    switch (xml.name()) {
      case "t" -> {
        String run = xml.content();
        budget.characters(run.length());
        text.append(run);
      }
      case "br", "cr" -> text.append('\n');
      case "tab" -> text.append('\t');
      case "noBreakHyphen" -> text.append('-');
      case "sym" -> text.append(symbol());
      case "txbxContent" -> boxes.addAll(lines("txbxContent", deeper(depth)));
      // The fallback repeats what the choice says; properties hold tab stops, not tabs.
      case "pPr", "rPr", "rt", "Fallback", "moveFrom", "del", "instrText" -> xml.skip();
      default -> {}
    }
  }

  private String symbol() {
    try {
      return Symbols.of(Integer.parseInt(xml.text("char"), 16));
    } catch (NumberFormatException e) {
      return "\ufffd";
    }
  }

  private List<String> lines(String element, int depth)
      throws XMLStreamException, RefusalException {
    List<String> lines = new ArrayList<>();
    while (xml.next() && !xml.ends(element)) {
      if (xml.isStart()) {
        block(lines, depth);
      }
    }
    return lines;
  }

  private void table(List<String> lines, int depth) throws XMLStreamException, RefusalException {
    List<String> row = new ArrayList<>();
    while (xml.next() && !xml.ends("tbl")) {
      if (xml.starts("tc")) {
        row.add(String.join("\n", lines("tc", deeper(depth))));
      } else if (xml.ends("tr")) {
        lines.add(String.join("\t", row));
        row.clear();
      }
    }
  }

  private static int deeper(int depth) throws RefusalException {
    if (depth >= DEEPEST) {
      throw RefusalException.broken();
    }
    return depth + 1;
  }
}
