package xinglin.schemas.drift;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.drift.printed.PrintedLabel;
import xinglin.schemas.drift.printed.PrintedTable;
import xinglin.schemas.form.Item;

/**
 * Where one table of a form stands in the file, and which label is which item.
 *
 * @param layout table of the definition, from 0
 * @param columns items that were found, changed or not, with their labels
 * @param rows the same for the rows
 */
public record TableDrift(int layout, PrintedTable printed, List<Known> columns, List<Known> rows) {
  public TableDrift {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** An item with the label that it is in the file. */
  public record Known(Item item, PrintedLabel label) {}

  static List<Known> known(Matching matching) {
    return matching.pairs().stream().map(pair -> new Known(pair.item(), pair.label())).toList();
  }

  /** The item that a label is; empty for a new one. */
  public static Optional<Item> itemOf(List<Known> known, PrintedLabel label) {
    return known.stream().filter(one -> one.label().equals(label)).map(Known::item).findFirst();
  }
}
