package xinglin.schemas.fill.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import xinglin.schemas.fill.cell.Place;
import xinglin.schemas.form.Item;
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
  private final List<Known> items;
  private final List<Known> sections;
  private final int column;

  public RowLabels(FoundTable table) {
    this.table = table;
    this.grid = table.grid();
    this.items = Known.of(table.layout().rows().items());
    this.sections = Known.of(table.layout().rows().sections());
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
    return matching(items, label).stream()
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
    return matching(sections, heading).stream().findFirst();
  }

  private static List<Item> matching(List<Known> items, String text) {
    if (items.isEmpty()) {
      return List.of();
    }
    List<Item> exact = having(items, Labels.normalise(text));
    if (exact.isEmpty()) {
      exact = having(items, Labels.withoutUnit(text));
    }
    if (!exact.isEmpty()) {
      return exact;
    }
    String bare = bare(text);
    return items.stream()
        .map(Known::item)
        .filter(item -> item.labels().stream().map(RowLabels::bare).anyMatch(bare::equals))
        .toList();
  }

  private static List<Item> having(List<Known> items, String words) {
    return items.stream().filter(known -> known.words().contains(words)).map(Known::item).toList();
  }

  /** An item with its labels as they are compared, made once for all rows. */
  private record Known(Item item, Set<String> words) {
    static List<Known> of(List<Item> items) {
      return items.stream()
          .map(
              item ->
                  new Known(
                      item,
                      item.labels().stream().map(Labels::normalise).collect(Collectors.toSet())))
          .toList();
    }
  }

  /** The words without a numbering in front, {@code 一、}, {@code （二）} or {@code 3.}, and unit. */
  private static String bare(String text) {
    return Labels.bare(text);
  }
}
