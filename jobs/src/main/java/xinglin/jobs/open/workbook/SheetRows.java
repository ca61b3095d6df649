package xinglin.jobs.open.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.xml.Xml;
import xinglin.schemas.notation.Look;
import xinglin.schemas.sheet.CellAddress;

/**
 * Goes through the rows of one worksheet of an .xlsx and holds one of them. Cells are read as
 * {@link SheetXml} reads them; of a formula its cached result counts.
 */
final class SheetRows {
  private static final int LAST_COLUMN = 16_384;
  private final Xml xml;
  private final SharedStrings strings;
  private final CellTyping typing;
  private final Budget budget;
  private final int columns;
  private int column;

  private SheetRows(Xml xml, SharedStrings strings, CellTyping typing, Budget budget, int columns) {
    this.xml = xml;
    this.strings = strings;
    this.typing = typing;
    this.budget = budget;
    this.columns = Math.min(columns, LAST_COLUMN);
  }

  /** Takes rows; whether it wants more. */
  interface Sink {
    /**
     * @param row as its sender counts, from 1
     */
    boolean row(int row, List<String> texts) throws IOException;
  }

  /**
   * @param columns cells beyond are left out
   */
  static void read(
      InputStream part,
      SharedStrings strings,
      CellTyping typing,
      Budget budget,
      int columns,
      Sink sink)
      throws IOException, XMLStreamException, RefusalException {
    try (InputStream in = part;
        Xml xml = Xml.of(in)) {
      new SheetRows(xml, strings, typing, budget, columns).read(sink);
    }
  }

  private void read(Sink sink) throws IOException, XMLStreamException, RefusalException {
    int row = 0;
    while (xml.next() && !xml.ends("sheetData")) {
      if (xml.starts("row")) {
        row = xml.number("r", row + 1);
        List<String> texts = row();
        if (!texts.isEmpty() && !sink.row(row, texts)) {
          return;
        }
      }
    }
  }

  private List<String> row() throws XMLStreamException, RefusalException {
    List<String> texts = new ArrayList<>();
    column = -1;
    while (xml.next() && !xml.ends("row")) {
      if (xml.starts("c")) {
        column++;
        String text = cell();
        if (!text.isEmpty() && column < columns) {
          while (texts.size() < column) {
            texts.add("");
          }
          texts.add(text);
        }
      }
    }
    return texts;
  }

  private String cell() throws XMLStreamException, RefusalException {
    String address = xml.text("r");
    if (!address.isEmpty()) {
      int at = CellAddress.parse(address).column();
      if (at < column) {
        throw RefusalException.broken();
      }
      column = at;
    }
    int style = xml.number("s", 0);
    String type = xml.text("t");
    String value = "";
    while (xml.next() && !xml.ends("c")) {
      if (xml.starts("v")) {
        value = xml.content();
      } else if (xml.starts("is")) {
        value = SharedStrings.rich(xml, "is", budget).text();
      } else if (xml.starts("f")) {
        xml.content();
      }
    }
    return value.isEmpty() ? "" : text(type, style, value);
  }

  private String text(String type, int style, String value) throws RefusalException {
    String text =
        switch (type) {
          case "s" -> strings.get(Integer.parseInt(value.strip()));
          case "str" -> SharedStrings.plain(value);
          case "inlineStr", "e" -> value;
          case "b" ->
              CellTyping.bool(value.strip().equals("1") || value.strip().equals("true")).text();
          case "d" -> CellTyping.isoDate(value).text();
          default -> typing.number(value, style).plain();
        };
    return typing.formats().isStruck(style) ? Look.through(text) : text;
  }
}
