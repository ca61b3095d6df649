package xinglin.schemas.fill.row;

import java.util.Map;
import java.util.Optional;
import xinglin.schemas.fill.cell.CellValues;
import xinglin.schemas.fill.cell.Issues;
import xinglin.schemas.fill.cell.Place;
import xinglin.schemas.form.Item;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/** A number in a cell that is merged over several rows or columns belongs to none of them. */
public final class SharedCell {
  private SharedCell() {}

  /**
   * The unreadable value of a shared cell, already reported; empty if the cell has one row and one
   * column to itself.
   */
  public static Optional<Value> read(FoundTable table, Place place, String measure, Issues issues) {
    boolean shared =
        place
            .cell()
            .filter(cell -> !cell.isBlank() && (rows(table, cell) > 1 || columns(table, cell) > 1))
            .isPresent();
    if (!shared) {
      return Optional.empty();
    }
    issues.add(CellValues.issue("MERGED_VALUE", place, measure));
    return Optional.of(Value.missing(place.sent(), State.UNREADABLE));
  }

  private static long rows(FoundTable table, Cell cell) {
    if (table.layout().isList()) {
      return table.blocks().get(0).values().stream()
          .filter(label -> label.column() < cell.column())
          .filter(label -> label.row() >= cell.row() && label.row() < cell.bottom())
          .map(Cell::row)
          .distinct()
          .count();
    }
    return cell.rowSpan() == 1
        ? 1
        : DataRows.of(table).stream()
            .filter(row -> row >= cell.row() && row < cell.bottom())
            .count();
  }

  private static long columns(FoundTable table, Cell cell) {
    long columns = 0;
    for (Map<Item, Cell> block : table.blocks()) {
      columns +=
          block.values().stream()
              .filter(header -> header.bottom() <= cell.row())
              .filter(header -> header.column() >= cell.column() && header.column() < cell.right())
              .count();
    }
    return columns;
  }
}
