package xinglin.jobs.open.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.Limit;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Cell.Content;
import xinglin.schemas.sheet.CellAddress;
import xinglin.schemas.sheet.Grid;

/**
 * Lays a Word table out on its grid: what places a cell is the sum of the spans before it, not its
 * index in the row.
 */
final class WordGrid {
  private static final int WIDEST = 1_000;

  private final Budget budget;
  private final List<Placed> cells = new ArrayList<>();
  private final Map<Integer, Placed> open = new HashMap<>();
  private int row = -1;
  private int column;

  /** How a cell goes together with its neighbours. */
  enum Merge {
    NONE,
    /** First of cells one below the other. */
    STARTS,
    /** Belongs to the cell above. */
    GOES_ON,
    /** Belongs to the cell on its left. */
    BESIDES
  }

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

  WordGrid(Budget budget) {
    this.budget = budget;
  }

  void row() {
    row++;
    column = 0;
  }

  /** The row starts here. */
  void skip(int columns) {
    column = clamp(columns, 0);
  }

  /** Where the next cell of the row stands. */
  CellAddress next() {
    return new CellAddress(Math.max(0, row), column);
  }

  void cell(int columns, String text, Merge merge) throws RefusalException {
    int span = clamp(columns, 1);
    if (column + span > WIDEST) {
      throw Limit.CELLS.exceeded(budget.limits().cells());
    }
    Placed above = open.get(column);
    Placed last = cells.isEmpty() ? null : cells.get(cells.size() - 1);
    if (merge == Merge.BESIDES && last != null && last.row == row) {
      last.columns += span;
    } else if (merge == Merge.GOES_ON && above != null && above.row + above.rows == row) {
      above.rows++;
    } else {
      budget.cells(1);
      Placed placed = new Placed(row, column, span, text);
      cells.add(placed);
      open.remove(column);
      if (merge == Merge.STARTS || merge == Merge.GOES_ON) {
        open.put(column, placed);
      }
    }
    column += span;
  }

  private static int clamp(int columns, int least) {
    return Math.max(least, Math.min(WIDEST, columns));
  }

  Grid build(String name) throws RefusalException {
    Grid.Builder builder = Grid.named(name);
    for (Placed placed : cells) {
      if (!placed.text.isBlank() || placed.rows > 1 || placed.columns > 1) {
        budget.cells((long) placed.rows * placed.columns);
        builder.add(placed.cell());
      }
    }
    budget.rows(row + 1L);
    return builder.build();
  }
}
