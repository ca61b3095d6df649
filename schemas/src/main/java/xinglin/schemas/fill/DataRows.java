package xinglin.schemas.fill;

import java.util.ArrayList;
import java.util.List;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.recognise.RowEnds;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;

/** The rows of a table that hold data: no blank rows of the printed form, no headers printed again, no section titles. */
final class DataRows {
  private DataRows() {}

  static List<Integer> of(FoundTable table) {
    Grid grid = table.grid();
    List<Integer> rows = new ArrayList<>();
    for (int row = table.headerBottom(); row < table.dataEnd(); row++) {
      List<Cell> filled = filled(grid, row, table);
      if (!filled.isEmpty() && !isSection(filled, table) && !RowEnds.isRepeatedPageHeader(table, grid, row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  static List<Cell> filled(Grid grid, int row, FoundTable table) {
    return grid.row(row).stream()
        .filter(cell -> !cell.isBlank() && cell.column() >= table.left() && cell.column() < table.right())
        .toList();
  }

  /** One cell merged over at least half of the table's width is a heading between the lines. */
  private static boolean isSection(List<Cell> filled, FoundTable table) {
    int width = table.right() - table.left();
    return filled.size() == 1 && width > 2 && filled.get(0).columnSpan() * 2 >= width;
  }
}
