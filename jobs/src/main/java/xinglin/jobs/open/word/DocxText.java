package xinglin.jobs.open.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.xml.Xml;
import xinglin.schemas.notation.Look;
import xinglin.schemas.sheet.Grid;

/**
 * Text of Word content. Deleted and moved-away text is not read; text boxes are: their lines follow
 * those of the paragraph they hang on. Tables found on the way are kept aside.
 */
final class DocxText {
  /** Deeper nesting is not made by people. */
  private static final int DEEPEST = 40;

  private final DocxSource source;
  private final Xml xml;
  private final TableNames names;
  private final int depth;
  private final DocxControls controls;
  private final List<Grid> tables = new ArrayList<>();
  private int boxes;
  private Look look = Look.PLAIN;

  DocxText(DocxSource source, TableNames names, int depth) {
    this.source = source;
    this.xml = source.xml();
    this.names = names;
    this.depth = depth;
    this.controls = new DocxControls(source.xml());
  }

  /** Tables that were met since this was last asked, in reading order. */
  List<Grid> takeTables() {
    List<Grid> taken = List.copyOf(tables);
    tables.clear();
    return taken;
  }

  /** The properties of a content control just started. */
  void control() throws XMLStreamException {
    controls.control();
  }

  /** An element just ended. */
  void ended() {
    controls.ended();
  }

  /** The element just started, if it is a paragraph or a table; properties are passed over. */
  void block(List<String> lines) throws XMLStreamException, RefusalException {
    switch (xml.name()) {
      case "p" -> lines.add(inCell());
      case "tbl" -> table();
      case "sdtPr" -> control();
      case "ins", "moveTo" -> source.notes().inserted();
      case "del", "moveFrom" -> {
        source.notes().deleted();
        xml.skip();
      }
      case "Fallback" -> xml.skip();
      default -> {}
    }
  }

  private void table() throws XMLStreamException, RefusalException {
    if (depth + boxes >= DEEPEST) {
      throw RefusalException.broken();
    }
    tables.addAll(DocxTable.read(source, names.next(), depth + boxes));
  }

  /** In a cell that holds nothing else, the number of a list is what the cell says. */
  private String inCell() throws XMLStreamException, RefusalException {
    StringBuilder number = new StringBuilder();
    String text = paragraph(number);
    return text.isBlank() ? number.toString() : text;
  }

  /** The paragraph just started. */
  String paragraph() throws XMLStreamException, RefusalException {
    return paragraph(new StringBuilder());
  }

  private String paragraph(StringBuilder number) throws XMLStreamException, RefusalException {
    source.budget().characters(1);
    StringBuilder text = new StringBuilder();
    List<String> boxLines = new ArrayList<>();
    while (xml.next() && !xml.ends("p")) {
      if (!xml.isStart()) {
        controls.ended();
      } else if (xml.name().equals("pPr")) {
        number.append(number());
      } else {
        element(text, boxLines);
      }
    }
    for (String line : boxLines) {
      if (!line.isBlank()) {
        text.append(text.isEmpty() ? "" : "\n").append(line);
      }
    }
    return text.toString();
  }

  private void element(StringBuilder text, List<String> boxLines)
      throws XMLStreamException, RefusalException {
    switch (xml.name()) {
      case "t" -> {
        String run = look.shown(controls.shown(xml.content()));
        source.budget().characters(run.length());
        text.append(run);
      }
      case "br", "cr" -> text.append('\n');
      case "tab", "ptab" -> text.append('\t');
      case "noBreakHyphen" -> text.append('-');
      case "sym" -> text.append(controls.shown(symbol()));
      case "checkBox" -> text.append(controls.checkBox());
      case "ddList" -> text.append(controls.choice());
      case "sdtPr" -> controls.control();
      case "txbxContent" -> box(boxLines);
      case "ins", "moveTo" -> source.notes().inserted();
      case "del", "moveFrom" -> {
        source.notes().deleted();
        xml.skip();
      }
      case "r" -> look = Look.PLAIN;
      case "rPr" -> run();
      // The fallback repeats what the choice says.
      case "rt", "Fallback", "instrText", "delInstrText" -> xml.skip();
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

  private void run() throws XMLStreamException {
    int level = 1;
    while (level > 0 && xml.next()) {
      if (!xml.isStart()) {
        level--;
      } else if (xml.name().equals("rPrChange")) {
        xml.skip();
      } else {
        level++;
        property();
      }
    }
  }

  private void property() throws XMLStreamException {
    boolean on = !xml.text("val").matches("0|false|off");
    switch (xml.name()) {
      case "vanish" -> {
        if (on) {
          source.notes().hidden();
        }
      }
      case "strike", "dstrike" ->
          look = new Look(look.struck() || on, look.raised(), look.lowered());
      case "vertAlign" ->
          look =
              new Look(
                  look.struck(),
                  xml.text("val").equals("superscript"),
                  xml.text("val").equals("subscript"));
      default -> {}
    }
  }

  private void box(List<String> lines) throws XMLStreamException, RefusalException {
    if (depth + boxes >= DEEPEST) {
      throw RefusalException.broken();
    }
    boxes++;
    while (xml.next() && !xml.ends("txbxContent")) {
      if (xml.isStart()) {
        block(lines);
      } else {
        controls.ended();
      }
    }
    boxes--;
  }

  private String number() throws XMLStreamException {
    Optional<ListNumbers.Place> place = Optional.empty();
    int level = 0;
    int open = 1;
    while (open > 0 && xml.next()) {
      if (!xml.isStart()) {
        open--;
        continue;
      }
      switch (xml.name()) {
        case "rPr", "pPrChange", "sectPr" -> {
          xml.skip();
          continue;
        }
        case "pStyle" -> place = source.numbers().ofStyle(xml.text("val"));
        case "ilvl" -> level = xml.number("val", 0);
        case "numId" -> place = Optional.of(new ListNumbers.Place(xml.text("val"), level));
        default -> {}
      }
      open++;
    }
    return place.map(source.numbers()::next).orElse("");
  }
}
