package xinglin.schemas.fill.row;

import java.util.ArrayList;
import java.util.List;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;

/**
 * The rows of a table that hold data: no blank rows of the printed form, no headers printed again,
 * no numbers of columns below a header.
 */
public final class DataRows {
  private DataRows() {}

  /**
   * A row that holds something.
   *
   * @param heading whether it is one cell merged over at least half of the table's width: a heading
   *     between the lines
   */
  public record Row(int row, boolean heading) {}

  /** Rows without headings between them. */
  public static List<Integer> of(FoundTable table) {
    return all(table).stream().filter(row -> !row.heading()).map(Row::row).toList();
  }

  public static List<Row> all(FoundTable table) {
    Grid grid = table.grid();
    int left = table.left();
    int right = table.right();
    List<Row> rows = new ArrayList<>();
    boolean belowHeader = true;
    for (int row = table.headerBottom(); row < table.dataEnd(); row++) {
      List<Cell> filled = filled(grid, row, left, right);
      if (table.repeatedHeaders().contains(row)) {
        belowHeader = true;
      } else if (!filled.isEmpty()) {
        if (!belowHeader || !ColumnNumbers.are(filled, right - left)) {
          rows.add(new Row(row, isHeading(filled, right - left)));
        }
        belowHeader = false;
      }
    }
    return rows;
  }

  /** Cells of a row that hold something, within the columns of the table. */
  public static List<Cell> filled(Grid grid, int row, int left, int right) {
    List<Cell> filled = new ArrayList<>();
    for (Cell cell : grid.row(row)) {
      if (cell.column() >= left && cell.column() < right && !cell.isBlank()) {
        filled.add(cell);
      }
    }
    return filled;
  }

  private static boolean isHeading(List<Cell> filled, int width) {
    return filled.size() == 1 && width > 2 && filled.get(0).columnSpan() * 2 >= width;
  }
}
