package xinglin.schemas.recognise;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.CellAddress;
import xinglin.schemas.sheet.Grid;

/**
 * A table of a known form, located in a grid.
 *
 * @param grid as read, already turned if the layout is printed on its side
 * @param blocks side-by-side repetitions of the columns; one, as a rule
 * @param headerTop first header row
 * @param headerBottom first row below the header
 * @param dataEnd first row that no longer belongs to the table
 * @param repeatedHeaders rows among the data that print the header again, as on a new page
 * @param rowLabelColumn column that tells the rows apart, where the layout has one
 * @param unknown header cells that belong to no item
 * @param missing required items that were not found
 * @param titled whether the form's title stands above
 * @param score how well the header matches, 0 to 1, and half a point for the title
 */
public record FoundTable(
    FormDefinition form,
    int layoutIndex,
    Grid grid,
    List<Map<Item, Cell>> blocks,
    int headerTop,
    int headerBottom,
    int dataEnd,
    Set<Integer> repeatedHeaders,
    OptionalInt rowLabelColumn,
    List<Cell> unknown,
    List<Item> missing,
    boolean titled,
    double score) {

  public FoundTable {
    blocks = List.copyOf(blocks);
    repeatedHeaders = Set.copyOf(repeatedHeaders);
    unknown = List.copyOf(unknown);
    missing = List.copyOf(missing);
  }

  public TableLayout layout() {
    return form.tables().get(layoutIndex);
  }

  /** A1 address as the sender sees it. */
  public String address(int row, int column) {
    return layout().turned() ? new CellAddress(column, row).a1() : grid.address(row, column);
  }

  public String address(Cell cell) {
    return address(cell.row(), cell.column());
  }

  /** Leftmost column of a block. */
  public int left() {
    int left =
        blocks.stream()
            .flatMap(block -> block.values().stream())
            .mapToInt(Cell::column)
            .min()
            .orElse(0);
    return rowLabelColumn.isPresent() ? Math.min(left, rowLabelColumn.getAsInt()) : left;
  }

  /** First column right of all blocks. */
  public int right() {
    return blocks.stream()
        .flatMap(block -> block.values().stream())
        .mapToInt(Cell::right)
        .max()
        .orElse(0);
  }

  FoundTable endingAt(int row, Set<Integer> headersAgain) {
    return new FoundTable(
        form,
        layoutIndex,
        grid,
        blocks,
        headerTop,
        headerBottom,
        row,
        headersAgain,
        rowLabelColumn,
        unknown,
        missing,
        titled,
        score);
  }

  /** Whether both cover a cell of the sheet as sent. */
  boolean overlaps(FoundTable other) {
    return grid.sheet().equals(other.grid.sheet())
        && sentTop() < other.sentBottom()
        && other.sentTop() < sentBottom()
        && (isText()
            || other.isText()
            || (sentLeft() < other.sentRight() && other.sentLeft() < sentRight()));
  }

  /** Whether it was found in running text, which has rows and no columns. */
  private boolean isText() {
    return layout().shape() == TableLayout.Shape.TEXT;
  }

  /** Rows and columns of the grid as sent: a turned table has them exchanged. */
  int sentTop() {
    return layout().turned() ? left() : headerTop;
  }

  int sentBottom() {
    return layout().turned() ? right() : dataEnd;
  }

  private int sentLeft() {
    return layout().turned() ? headerTop : left();
  }

  int sentRight() {
    return layout().turned() ? dataEnd : right();
  }
}
