package xinglin.jobs.open.workbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.own.OwnAnswer;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.CellAddress;
import xinglin.schemas.sheet.Grid;

/**
 * A worksheet while it is read: cells first, merged areas as they come, because workbooks name them
 * after the cells.
 */
public final class SheetDraft {
  /** Areas beyond this size are cut to what is filled: somebody merged whole columns. */
  private static final long LARGE_AREA = 10_000;

  private final String name;
  private final boolean hidden;
  private final Budget budget;
  private final List<Cell> cells = new ArrayList<>();
  private final List<Area> areas = new ArrayList<>();
  private final BitSet hiddenRows = new BitSet();
  private final SheetNotes notes;
  private int bottom;
  private int right;
  private boolean formulas;

  /** A merged area, last row and column included. */
  private record Area(int row, int column, int lastRow, int lastColumn) {
    long size() {
      return (lastRow - row + 1L) * (lastColumn - column + 1L);
    }
  }

  public SheetDraft(String name, boolean hidden, Budget budget) throws RefusalException {
    this.name = name;
    this.hidden = hidden;
    this.budget = budget;
    this.notes = new SheetNotes(name);
    budget.sheet();
  }

  /** Whether this is the first sheet of a marked copy, which is not the sender's. */
  boolean isOwnAnswer() {
    if (!OwnAnswer.isSheetName(name)) {
      return false;
    }
    String corner =
        cells.stream()
            .filter(cell -> cell.row() == 0 && cell.column() == 0)
            .map(Cell::text)
            .findFirst()
            .orElse("");
    return OwnAnswer.isHeadline(corner);
  }

  /** Takes away the column that a transcript has beside what was read. */
  void dropSideColumn() {
    OptionalInt side =
        cells.stream()
            .filter(cell -> cell.row() == 0 && OwnAnswer.isSideHead(cell.text().split("\n", 2)[0]))
            .mapToInt(Cell::column)
            .findFirst();
    if (side.isPresent()) {
      cells.removeIf(cell -> cell.column() >= side.getAsInt());
      bottom = cells.stream().mapToInt(Cell::bottom).max().orElse(0);
      right = cells.stream().mapToInt(Cell::right).max().orElse(0);
    }
  }

  public String name() {
    return name;
  }

  public boolean hidden() {
    return hidden;
  }

  public boolean hasFormulas() {
    return formulas;
  }

  public List<Cell> cells() {
    return cells;
  }

  public void add(Cell cell) throws RefusalException {
    budget.cells(1);
    cells.add(cell);
    bottom = Math.max(bottom, cell.bottom());
    right = Math.max(right, cell.right());
    formulas |= cell.formula().isPresent();
  }

  /** What the opener notices at single cells. */
  public SheetNotes notes() {
    return notes;
  }

  public void hideRow(int row) {
    hiddenRows.set(row);
  }

  public boolean isRowHidden(int row) {
    return hiddenRows.get(row);
  }

  public void merge(int row, int column, int lastRow, int lastColumn) throws RefusalException {
    if (row < 0 || column < 0 || lastRow < row || lastColumn < column) {
      throw RefusalException.broken();
    }
    if (lastRow > row || lastColumn > column) {
      budget.cells(1);
      areas.add(new Area(row, column, lastRow, lastColumn));
    }
  }

  /**
   * @param finish a last change to each cell, for example its recomputed result
   */
  public Grid grid(UnaryOperator<Cell> finish) throws RefusalException {
    Map<CellAddress, Area> corners = new HashMap<>();
    Set<CellAddress> covered = new HashSet<>();
    for (Area area : areas) {
      place(area, corners, covered);
    }
    Grid.Builder builder = Grid.named(name).hidden(hidden);
    int last = bottom;
    for (Cell cell : cells) {
      CellAddress address = areas.isEmpty() ? null : cell.address();
      Area area = address == null ? null : corners.remove(address);
      if (area != null) {
        builder.add(spread(finish.apply(cell), area));
      } else if (address == null || !covered.contains(address)) {
        builder.add(finish.apply(cell));
      }
    }
    for (Area blank : corners.values()) {
      last = Math.max(last, blank.lastRow() + 1);
      builder.add(
          spread(
              new Cell(
                  blank.row(),
                  blank.column(),
                  1,
                  1,
                  "",
                  Cell.Content.BLANK,
                  Optional.empty(),
                  hidden),
              blank));
    }
    budget.rows(last);
    return builder.build();
  }

  private void place(Area whole, Map<CellAddress, Area> corners, Set<CellAddress> covered)
      throws RefusalException {
    Area area = whole;
    if (whole.size() > LARGE_AREA) {
      if (whole.row() >= bottom || whole.column() >= right) {
        return;
      }
      area =
          new Area(
              whole.row(),
              whole.column(),
              Math.min(whole.lastRow(), bottom - 1),
              Math.min(whole.lastColumn(), right - 1));
    }
    budget.cells(area.size());
    List<CellAddress> places = new ArrayList<>((int) area.size());
    for (int row = area.row(); row <= area.lastRow(); row++) {
      for (int column = area.column(); column <= area.lastColumn(); column++) {
        CellAddress place = new CellAddress(row, column);
        if (covered.contains(place)) {
          // Areas that overlap are damage; the first one holds, as in Excel's repair.
          return;
        }
        places.add(place);
      }
    }
    covered.addAll(places);
    corners.put(new CellAddress(area.row(), area.column()), area);
  }

  private static Cell spread(Cell cell, Area area) {
    return new Cell(
        cell.row(),
        cell.column(),
        area.lastRow() - area.row() + 1,
        area.lastColumn() - area.column() + 1,
        cell.text(),
        cell.content(),
        cell.formula(),
        cell.hidden());
  }
}
