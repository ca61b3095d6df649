package xinglin.jobs.open.ods;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.Limit;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.workbook.CellTyping.Typed;
import xinglin.jobs.open.workbook.SheetDraft;
import xinglin.jobs.open.xml.Xml;
import xinglin.schemas.sheet.Cell;

/**
 * Reads one table of an .ods. Rows and cells say how often they are repeated: blank ones, however
 * often, leave nothing behind; filled ones count as often as they stand there.
 */
final class OdsSheet {
  private static final int LAST_COLUMN = 16_384;
  private static final int LAST_ROW = 1_048_576;

  private final Xml xml;
  private final SheetDraft draft;
  private final OdsStyles styles;
  private final Budget budget;
  private final NavigableMap<Integer, String> columnStyles = new TreeMap<>();
  private final BitSet hiddenColumns = new BitSet();
  private int columns;
  private int row;

  private OdsSheet(Xml xml, SheetDraft draft, OdsStyles styles, Budget budget) {
    this.xml = xml;
    this.draft = draft;
    this.styles = styles;
    this.budget = budget;
  }

  /** A filled cell of a row, and how often it stands there. */
  private record Filled(int column, int times, OdsCell cell, int rows, int columns) {}

  /** The table just started. */
  static void read(Xml xml, SheetDraft draft, OdsStyles styles, Budget budget)
      throws XMLStreamException, RefusalException {
    new OdsSheet(xml, draft, styles, budget).read();
  }

  private void read() throws XMLStreamException, RefusalException {
    int depth = 1;
    while (depth > 0 && xml.next()) {
      if (!xml.isStart()) {
        depth--;
        continue;
      }
      switch (xml.name()) {
        case "table-column" -> {
          column();
          xml.skip();
        }
        case "table-row" -> row();
        case "shapes", "table-source", "forms", "named-expressions", "tracked-changes" ->
            xml.skip();
        default -> depth++;
      }
    }
  }

  private void column() throws XMLStreamException {
    int times = times("number-columns-repeated", LAST_COLUMN - columns);
    if (isHidden()) {
      hiddenColumns.set(columns, columns + times);
    }
    columnStyles.put(columns, xml.text("default-cell-style-name"));
    columns += times;
  }

  private boolean isHidden() {
    String visibility = xml.text("visibility");
    return visibility.equals("collapse") || visibility.equals("filter");
  }

  private void row() throws XMLStreamException, RefusalException {
    int times = times("number-rows-repeated", LAST_ROW - row);
    boolean hidden = isHidden();
    List<Filled> filled = cells(xml.text("default-cell-style-name"));
    if (row >= LAST_ROW && !filled.isEmpty()) {
      throw Limit.ROWS.exceeded(LAST_ROW);
    }
    for (int i = 0; i < times && !(filled.isEmpty() && !hidden); i++) {
      if (hidden) {
        draft.hideRow(row + i);
      }
      for (Filled cell : filled) {
        place(cell, row + i, hidden);
      }
    }
    row += times;
    budget.time();
  }

  private void place(Filled cell, int at, boolean rowHidden) throws RefusalException {
    for (int column = cell.column(); column < cell.column() + cell.times(); column++) {
      boolean hidden = draft.hidden() || rowHidden || hiddenColumns.get(column);
      if (cell.rows() > 1 || cell.columns() > 1) {
        draft.merge(
            at,
            column,
            Math.min(LAST_ROW, at + cell.rows()) - 1,
            Math.min(LAST_COLUMN, column + cell.columns()) - 1);
      }
      add(cell.cell(), at, column, hidden);
    }
  }

  private void add(OdsCell filled, int at, int column, boolean hidden) throws RefusalException {
    Typed typed = filled.typed();
    if (filled.formula().isPresent() || !typed.text().isEmpty()) {
      Cell cell =
          new Cell(at, column, 1, 1, typed.text(), typed.content(), filled.formula(), hidden);
      draft.add(cell);
      typed.stored().ifPresent(stored -> draft.notes().scaled(cell, stored));
      if (filled.linked()) {
        draft.notes().link(cell);
      }
    }
  }

  private List<Filled> cells(String rowStyle) throws XMLStreamException, RefusalException {
    List<Filled> filled = new ArrayList<>();
    int column = 0;
    while (xml.next() && !xml.ends("table-row")) {
      if (xml.starts("covered-table-cell")) {
        column += times("number-columns-repeated", LAST_COLUMN - column);
        xml.skip();
      } else if (xml.starts("table-cell")) {
        int times = times("number-columns-repeated", LAST_COLUMN - column);
        int rows = xml.number("number-rows-spanned", 1);
        int wide = xml.number("number-columns-spanned", 1);
        String inherited = rowStyle.isEmpty() ? columnStyle(column) : rowStyle;
        OdsCell cell = OdsCell.read(xml, styles, inherited, budget);
        boolean spans = rows > 1 || wide > 1;
        if (!cell.typed().text().isEmpty() || cell.formula().isPresent() || spans) {
          filled.add(new Filled(column, times, cell, rows, wide));
          budget.cells(1);
        }
        column += times;
      }
    }
    return filled;
  }

  private String columnStyle(int column) {
    Map.Entry<Integer, String> columnsFrom = columnStyles.floorEntry(column);
    return columnsFrom == null ? "" : columnsFrom.getValue();
  }

  private int times(String attribute, int room) throws XMLStreamException {
    return Math.max(0, Math.min(room, xml.number(attribute, 1)));
  }
}
