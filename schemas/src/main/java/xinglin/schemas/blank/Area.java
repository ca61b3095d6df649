package xinglin.schemas.blank;

import xinglin.schemas.sheet.CellAddress;

/** Cells of a printed table, zero-based within it. */
public record Area(int row, int column, int rows, int columns) {
  public Area {
    if (row < 0 || column < 0 || rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "Cannot print a cell at " + row + "," + column + " over " + rows + "x" + columns);
    }
  }

  static Area cell(int row, int column) {
    return new Area(row, column, 1, 1);
  }

  /** First row below. */
  public int bottom() {
    return row + rows;
  }

  /** First column to the right. */
  public int right() {
    return column + columns;
  }

  public boolean isMerged() {
    return rows > 1 || columns > 1;
  }

  /** Rows become columns. */
  Area turned() {
    return new Area(column, row, columns, rows);
  }

  /** Address of the first cell if the table starts in this row of its sheet. */
  public String a1(int firstRow) {
    return new CellAddress(firstRow + row, column).a1();
  }
}
