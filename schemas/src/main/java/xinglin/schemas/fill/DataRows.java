package xinglin.schemas.fill;

import java.util.ArrayList;
import java.util.List;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;

/**
 * The rows of a table that hold data: no blank rows of the printed form, no headers printed again,
 * no section titles.
 */
final class DataRows {
  private DataRows() {}

  static List<Integer> of(FoundTable table) {
    Grid grid = table.grid();
    int left = table.left();
    int right = table.right();
    List<Integer> rows = new ArrayList<>();
    for (int row = table.headerBottom(); row < table.dataEnd(); row++) {
      List<Cell> filled = filled(grid, row, left, right);
      if (!filled.isEmpty()
          && !isSection(filled, right - left)
          && !table.repeatedHeaders().contains(row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Cells of a row that hold something, within the columns of the table. */
  static List<Cell> filled(Grid grid, int row, int left, int right) {
    List<Cell> filled = new ArrayList<>();
    for (Cell cell : grid.row(row)) {
      if (cell.column() >= left && cell.column() < right && !cell.isBlank()) {
        filled.add(cell);
      }
    }
    return filled;
  }

  /** One cell merged over at least half of the table's width is a heading between the lines. */
  private static boolean isSection(List<Cell> filled, int width) {
    return filled.size() == 1 && width > 2 && filled.get(0).columnSpan() * 2 >= width;
  }
}
