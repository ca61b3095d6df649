package xinglin.jobs.open.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.Limit;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.xml.Xml;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Cell.Content;
import xinglin.schemas.sheet.Grid;

/**
 * Lays a Word table out on its grid: what places a cell is the sum of the spans before it, not its
 * index in the row.
 */
public final class DocxTable {
  private static final int WIDEST = 1_000;

  private final Xml xml;
  private final Budget budget;
  private final List<Placed> cells = new ArrayList<>();
  private final Map<Integer, Placed> open = new HashMap<>();
  private int row = -1;
  private int column;

  /** A cell that may still grow downwards. */
  private static final class Placed {
    final int row;
    final int column;
    final String text;
    int columns;
    int rows = 1;

    Placed(int row, int column, int columns, String text) {
      this.row = row;
      this.column = column;
      this.columns = columns;
      this.text = text;
    }

    Cell cell() {
      Content content = text.isBlank() ? Content.BLANK : Content.TEXT;
      return new Cell(row, column, rows, columns, text, content, Optional.empty(), false);
    }
  }

  private DocxTable(Xml xml, Budget budget) {
    this.xml = xml;
    this.budget = budget;
  }

  /** The table just started. */
  static Grid read(Xml xml, String name, Budget budget)
      throws XMLStreamException, RefusalException {
    DocxTable table = new DocxTable(xml, budget);
    table.read();
    Grid.Builder builder = Grid.named(name);
    for (Placed placed : table.cells) {
      if (!placed.text.isBlank() || placed.rows > 1 || placed.columns > 1) {
        budget.cells((long) placed.rows * placed.columns);
        builder.add(placed.cell());
      }
    }
    budget.rows(table.row + 1L);
    return builder.build();
  }

  private void read() throws XMLStreamException, RefusalException {
    while (xml.next() && !xml.ends("tbl")) {
      if (xml.starts("tr")) {
        row++;
        column = 0;
      } else if (xml.starts("gridBefore")) {
        column = Math.max(0, Math.min(WIDEST, xml.number("val", 0)));
      } else if (xml.starts("tc")) {
        cell();
      } else if (xml.starts("sdtPr") || xml.starts("tblPr")) {
        xml.skip();
      }
    }
  }

  private void cell() throws XMLStreamException, RefusalException {
    int span = 1;
    boolean goesOn = false;
    boolean starts = false;
    boolean besides = false;
    List<String> lines = new ArrayList<>();
    DocxText content = new DocxText(xml, budget);
    while (xml.next() && !xml.ends("tc")) {
      if (xml.starts("gridSpan")) {
        span = Math.max(1, Math.min(WIDEST, xml.number("val", 1)));
      } else if (xml.starts("vMerge")) {
        starts = xml.text("val").equals("restart");
        goesOn = !starts;
      } else if (xml.starts("hMerge")) {
        besides = !xml.text("val").equals("restart");
      } else if (xml.isStart()) {
        content.block(lines, 0);
      }
    }
    place(span, String.join("\n", lines), goesOn, starts, besides);
  }

  private void place(int span, String text, boolean goesOn, boolean starts, boolean besides)
      throws RefusalException {
    if (column + span > WIDEST) {
      throw Limit.CELLS.exceeded(budget.limits().cells());
    }
    Placed above = open.get(column);
    if (besides && !cells.isEmpty() && cells.get(cells.size() - 1).row == row) {
      cells.get(cells.size() - 1).columns += span;
    } else if (goesOn && above != null && above.row + above.rows == row) {
      above.rows++;
    } else {
      budget.cells(1);
      Placed placed = new Placed(row, column, span, text);
      cells.add(placed);
      open.remove(column);
      if (starts || goesOn) {
        open.put(column, placed);
      }
    }
    column += span;
  }
}
