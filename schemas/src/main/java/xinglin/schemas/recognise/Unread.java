package xinglin.schemas.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/**
 * Finds figures that belong to no recognised table: another sheet, a table below or beside. Titles,
 * notes and signatures are none.
 */
final class Unread {
  private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?\\d{1,7}(\\.\\d+)?\\s*");
  private static final Pattern DATE =
      Pattern.compile("\\s*(19|20)\\d{2}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?\\s*");
  private static final int FEWEST_ROWS = 2;
  private static final int FEWEST_ROWS_ABOVE = 3;

  /** A register may hold no figure, but has a date beside many texts; a signature has few. */
  private static final int FEWEST_CELLS_WITH_DATE = 5;

  private final List<FoundTable> tables;

  Unread(List<FoundTable> tables) {
    this.tables = tables;
  }

  /** The first cell of each stretch of rows with figures that nobody reads. */
  List<UnreadPlace> find(Document document) {
    List<UnreadPlace> places = new ArrayList<>();
    for (Grid grid : document.grids()) {
      if (!grid.hidden()) {
        stretches(grid, places);
      }
    }
    return places;
  }

  private void stretches(Grid grid, List<UnreadPlace> places) {
    List<List<Cell>> stretch = new ArrayList<>();
    boolean above = true;
    for (int row = 0; row <= grid.rowCount(); row++) {
      int at = row;
      boolean belongs = tables.stream().anyMatch(table -> isIn(table, grid, at));
      List<Cell> cells = grid.row(row).stream().filter(cell -> isUnread(grid, cell)).toList();
      if (cells.isEmpty() && !belongs && !stretch.isEmpty() && isCovered(grid, row)) {
        continue;
      }
      if (cells.isEmpty() || (belongs && stretch.isEmpty() && cells.size() < 2)) {
        close(grid, stretch, above, places);
        above = above && !belongs;
      } else {
        stretch.add(cells);
      }
    }
  }

  private void close(Grid grid, List<List<Cell>> stretch, boolean above, List<UnreadPlace> places) {
    long rows = stretch.stream().filter(row -> row.size() >= 2).count();
    boolean numbers =
        stretch.stream().anyMatch(row -> (row.size() >= 2 && hasNumber(row)) || isLine(row));
    boolean ownSheet = tables.stream().noneMatch(table -> isOn(table, grid));
    if (numbers && rows >= (above && !ownSheet ? FEWEST_ROWS_ABOVE : FEWEST_ROWS)) {
      Cell first = stretch.stream().filter(row -> row.size() >= 2).findFirst().orElseThrow().get(0);
      places.add(
          new UnreadPlace(grid.sheet(), first.address().a1(), first.text(), Optional.empty()));
    }
    stretch.clear();
  }

  /** A row within merged cells ends nothing. */
  private static boolean isCovered(Grid grid, int row) {
    return IntStream.range(0, grid.columnCount())
        .anyMatch(column -> !grid.text(row, column).isBlank());
  }

  private static boolean hasNumber(List<Cell> row) {
    return row.stream()
        .anyMatch(
            cell -> cell.content() instanceof Cell.Number || NUMBER.matcher(cell.text()).matches());
  }

  private static boolean isLine(List<Cell> row) {
    return row.size() >= FEWEST_CELLS_WITH_DATE
        && row.stream()
            .anyMatch(
                cell -> cell.content() instanceof Cell.Date || DATE.matcher(cell.text()).matches());
  }

  private boolean isUnread(Grid grid, Cell cell) {
    return !cell.isBlank()
        && tables.stream()
            .noneMatch(
                table -> isIn(table, grid, cell.row()) && cell.column() < lastColumn(table, grid));
  }

  private static boolean isOn(FoundTable table, Grid grid) {
    return table.grid().sheet().equals(grid.sheet());
  }

  private static boolean isIn(FoundTable table, Grid grid, int row) {
    return isOn(table, grid) && row >= table.sentTop() && row < table.sentBottom();
  }

  /** Where the table ends to the right: unknown columns belong to it, a blank one ends it. */
  private static int lastColumn(FoundTable table, Grid grid) {
    int column = table.sentRight();
    while (column < grid.columnCount() && isFilled(table, grid, column)) {
      column++;
    }
    return column;
  }

  private static boolean isFilled(FoundTable table, Grid grid, int column) {
    for (int row = table.sentTop(); row < table.sentBottom(); row++) {
      if (!grid.text(row, column).isBlank()) {
        return true;
      }
    }
    return false;
  }
}
