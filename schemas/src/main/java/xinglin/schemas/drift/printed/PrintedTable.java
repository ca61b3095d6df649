package xinglin.schemas.drift.printed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.CellAddress;
import xinglin.schemas.sheet.Grid;

/**
 * A table as a file prints it.
 *
 * @param grid as read, or turned
 * @param turned whether rows and columns are exchanged against the file
 * @param top first header row
 * @param bottom first row below the header
 * @param labels of the columns, or of the entries of a list, in reading order; without the row
 *     header
 * @param rowHeader header of the column that tells the rows apart, where there is one
 * @param rows labels of the rows below the header
 * @param groups cells above several labels
 * @param end first row below the table
 * @param fit how much of the layout it was found by is there, 0 to 1
 */
public record PrintedTable(
    Grid grid,
    boolean turned,
    int top,
    int bottom,
    int end,
    List<PrintedLabel> labels,
    Optional<PrintedLabel> rowHeader,
    List<PrintedLabel> rows,
    List<Cell> groups,
    double fit) {
  public PrintedTable {
    labels = List.copyOf(labels);
    rows = List.copyOf(rows);
    groups = List.copyOf(groups);
  }

  /** A1 as the sender sees it. */
  public String address(Cell cell) {
    return address(cell, turned);
  }

  static String address(Cell cell, boolean turned) {
    return turned ? new CellAddress(cell.column(), cell.row()).a1() : cell.address().a1();
  }

  /** First row of the table in the file. */
  public int firstRow() {
    return turned ? left() : top;
  }

  /** First row below the table in the file. */
  public int endRow() {
    return turned ? right() : end;
  }

  private Stream<PrintedLabel> header() {
    return Stream.concat(labels.stream(), rowHeader.stream());
  }

  private int left() {
    return header().mapToInt(label -> label.cell().column()).min().orElse(0);
  }

  private int right() {
    return header().mapToInt(label -> label.cell().right()).max().orElse(0);
  }

  /** Whether both take the same place of the same sheet. */
  public boolean overlaps(PrintedTable other) {
    return grid.sheet().equals(other.grid.sheet())
        && firstRow() < other.endRow()
        && other.firstRow() < endRow();
  }
}
