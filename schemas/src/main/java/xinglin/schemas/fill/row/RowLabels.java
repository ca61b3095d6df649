package xinglin.schemas.fill.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.fill.cell.Place;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.form.Subject;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.value.Labels;

/** The words at the side of a table, and which row of the definition they mean. */
public final class RowLabels {
  /** How a place name at the side is read. */
  public static final Item DIVISION =
      new Item(
          "division_code",
          Item.Use.COLUMN,
          List.of("地区"),
          List.of(),
          Subject.NOTHING,
          Item.Type.DIVISION,
          Optional.empty(),
          "",
          true,
          true,
          false,
          "",
          0);

  private final FoundTable table;
  private final Grid grid;
  private final RowKey key;
  private final int column;

  public RowLabels(FoundTable table) {
    this.table = table;
    this.grid = table.grid();
    this.key = table.layout().rows();
    this.column = table.rowLabelColumn().orElse(0);
  }

  /**
   * The text that tells this row apart: the label column, or the nearest filled one to its left
   * (groups stand further left).
   */
  public String label(int row) {
    for (int at = column; at >= 0; at--) {
      String text = grid.text(row, at);
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  public Place place(int row, String label) {
    return new Place(grid.sheet(), table.address(row, column), label, grid.find(row, column));
  }

  /** Group labels left of the row's own, merged over several rows or written once above. */
  public List<String> groups(int row) {
    List<String> groups = new ArrayList<>();
    for (int at = 0; at < column; at++) {
      for (int above = row; above >= table.headerBottom(); above--) {
        Optional<Cell> cell = grid.find(above, at);
        if (cell.isPresent() && !cell.get().isBlank()) {
          groups.add(cell.get().text());
          break;
        }
      }
    }
    return groups;
  }

  /**
   * The fixed row with this label, whose groups stand beside it or are the section above it; a
   * numbering in front counts only where nothing fits without it.
   */
  public Optional<Item> fixed(int row, String label, Optional<Item> section) {
    return matching(key.items(), label).stream()
        .filter(item -> isUnder(item, row, section))
        .max((one, other) -> Integer.compare(one.groups().size(), other.groups().size()));
  }

  private boolean isUnder(Item item, int row, Optional<Item> section) {
    if (item.groups().isEmpty()) {
      return true;
    }
    List<String> groups = new ArrayList<>(groups(row).stream().map(RowLabels::bare).toList());
    section.ifPresent(over -> over.labels().forEach(label -> groups.add(bare(label))));
    return item.groups().stream().map(RowLabels::bare).allMatch(groups::contains);
  }

  /** The section with this heading. */
  public Optional<Item> section(String heading) {
    return matching(key.sections(), heading).stream().findFirst();
  }

  private static List<Item> matching(List<Item> items, String text) {
    String words = Labels.normalise(text);
    String plain = Labels.withoutUnit(text);
    List<Item> exact =
        items.stream()
            .filter(
                item ->
                    item.labels().stream()
                        .map(Labels::normalise)
                        .anyMatch(known -> known.equals(words) || known.equals(plain)))
            .toList();
    if (!exact.isEmpty()) {
      return exact;
    }
    String bare = bare(text);
    return items.stream()
        .filter(item -> item.labels().stream().map(RowLabels::bare).anyMatch(bare::equals))
        .toList();
  }

  /** The words without a numbering in front, {@code 一、}, {@code （二）} or {@code 3.}, and unit. */
  private static String bare(String text) {
    return Labels.bare(text);
  }
}
