package xinglin.schemas.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A worksheet, a Word table laid out on its grid, or a CSV: cells by place. A merged cell is found
 * at every place it covers. Immutable once built.
 */
public final class Grid implements Block {
  private final String sheet;
  private final boolean hidden;
  private final List<List<Cell>> rows;
  private final Map<CellAddress, Cell> covered;
  private final int columns;
  private final Map<CellAddress, String> addresses;

  private Grid(
      String sheet,
      boolean hidden,
      List<List<Cell>> rows,
      Map<CellAddress, Cell> covered,
      int columns,
      Map<CellAddress, String> addresses) {
    this.sheet = sheet;
    this.hidden = hidden;
    this.rows = rows;
    this.covered = covered;
    this.columns = columns;
    this.addresses = addresses;
  }

  public static Builder named(String sheet) {
    return new Builder(sheet);
  }

  @Override
  public String sheet() {
    return sheet;
  }

  /** Whether the whole sheet is hidden. */
  public boolean hidden() {
    return hidden;
  }

  public int rowCount() {
    return rows.size();
  }

  /** Columns up to the last one that holds or covers something. */
  public int columnCount() {
    return columns;
  }

  /** Where the sender sees what stands here: its A1 address, or the one it was given. */
  public String address(int row, int column) {
    CellAddress place = new CellAddress(row, column);
    return addresses.getOrDefault(place, place.a1());
  }

  /** The cells that start in this row, left to right, blank ones left out unless merged. */
  public List<Cell> row(int row) {
    return row < rows.size() ? rows.get(row) : List.of();
  }

  /** The cell at this place or the merged cell that covers it; empty where nothing was written. */
  public Optional<Cell> find(int row, int column) {
    Cell merged = covered.get(new CellAddress(row, column));
    if (merged != null) {
      return Optional.of(merged);
    }
    List<Cell> cells = row(row);
    int low = 0;
    int high = cells.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = cells.get(middle).column();
      if (at == column) {
        return Optional.of(cells.get(middle));
      }
      if (at < column) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  /** Text at this place, empty where nothing was written. */
  public String text(int row, int column) {
    return find(row, column).map(Cell::text).orElse("");
  }

  /** The same sheet down to this row. */
  public Grid top(int count) {
    return rows.size() <= count
        ? this
        : new Grid(sheet, hidden, rows.subList(0, count), covered, columns, addresses);
  }

  /**
   * Rows become columns: a form printed on its side is read by the same code. Addresses of the
   * cells are those of the turned grid.
   */
  public Grid turned() {
    Builder builder = named(sheet).hidden(hidden);
    for (List<Cell> row : rows) {
      for (Cell cell : row) {
        builder.add(
            new Cell(
                cell.column(),
                cell.row(),
                cell.columnSpan(),
                cell.rowSpan(),
                cell.text(),
                cell.content(),
                cell.formula(),
                cell.hidden()));
      }
    }
    return builder.build();
  }

  /** Collects cells in any order. */
  public static final class Builder {
    private final String sheet;
    private boolean hidden;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final Map<CellAddress, Cell> covered = new HashMap<>();
    private final Map<CellAddress, String> addresses = new HashMap<>();
    private int columns;

    private Builder(String sheet) {
      this.sheet = sheet;
    }

    public Builder hidden(boolean value) {
      hidden = value;
      return this;
    }

    public Builder add(Cell cell) {
      while (rows.size() < cell.bottom()) {
        rows.add(new ArrayList<>());
      }
      rows.get(cell.row()).add(cell);
      columns = Math.max(columns, cell.right());
      if (cell.rowSpan() > 1 || cell.columnSpan() > 1) {
        for (int row = cell.row(); row < cell.bottom(); row++) {
          for (int column = cell.column(); column < cell.right(); column++) {
            covered.put(new CellAddress(row, column), cell);
          }
        }
      }
      return this;
    }

    /** Says where the sender sees what stands here, if that is not its place in this grid. */
    public Builder address(int row, int column, String address) {
      addresses.put(new CellAddress(row, column), address);
      return this;
    }

    public Builder text(int row, int column, String text) {
      return add(Cell.ofText(row, column, text));
    }

    public Grid build() {
      List<List<Cell>> sorted = new ArrayList<>(rows.size());
      for (List<Cell> row : rows) {
        row.sort((a, b) -> Integer.compare(a.column(), b.column()));
        sorted.add(Collections.unmodifiableList(row));
      }
      return new Grid(
          sheet,
          hidden,
          Collections.unmodifiableList(sorted),
          Map.copyOf(covered),
          columns,
          Map.copyOf(addresses));
    }
  }
}
