package xinglin.schemas.fill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.fill.cell.CellValues;
import xinglin.schemas.fill.cell.Issues;
import xinglin.schemas.fill.cell.Place;
import xinglin.schemas.fill.cell.Vocabulary;
import xinglin.schemas.fill.row.SubColumns;
import xinglin.schemas.form.Item;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.value.Labels;

/**
 * Reads a list of labels, each with its value to the right, or below where nothing but another
 * label stands to the right.
 */
final class ListFiller {
  private final FoundTable table;
  private final Grid grid;
  private final Vocabulary vocabulary;
  private final CellValues cells;
  private final Issues issues;
  private final Content content;
  private final Map<Integer, Integer> valueColumn = new HashMap<>();

  ListFiller(
      FoundTable table, Vocabulary vocabulary, CellValues cells, Issues issues, Content content) {
    this.issues = issues;
    this.table = table;
    this.grid = table.grid();
    this.vocabulary = vocabulary;
    this.cells = cells;
    this.content = content;
  }

  /** Figures go to the content; the columns of a card become one line of its register. */
  void fill() {
    Figures figures = new Figures(table, vocabulary, cells, issues, content);
    Map<Item, Cell> entries = table.blocks().get(0);
    entries.entrySet().stream()
        .filter(entry -> entry.getKey().isMeasure())
        .map(Map.Entry::getValue)
        .filter(label -> !others(label).isEmpty())
        .findFirst()
        .ifPresent(label -> issues.add(SubColumns.issue(table, label, others(label))));
    for (Map.Entry<Item, Cell> entry : entries.entrySet()) {
      Item item = entry.getKey();
      if (item.isMeasure()) {
        if (item.subject().category().isPresent()) {
          content.label(item.name(), vocabulary.measures().get(item.name()).zh());
        }
        figures.add(
            item.subject(),
            Optional.empty(),
            place(entry.getValue()),
            unit(item, entry.getValue()),
            item.filled());
      }
    }
    boolean columns = entries.keySet().stream().anyMatch(ListFiller::isColumn);
    if (columns && table.form().table().isPresent()) {
      line(entries);
    }
  }

  /**
   * Numbers beside the value that it might be as well, and a heading that says that the value is of
   * another time.
   */
  private List<Cell> others(Cell label) {
    int value = valueColumn.computeIfAbsent(label.right(), this::valueColumn);
    List<Cell> others = new ArrayList<>();
    for (int column = value + 1; column < grid.columnCount(); column++) {
      int at = column;
      Optional<Cell> cell =
          grid.find(label.row(), column)
              .filter(other -> other.column() == at && !other.isBlank())
              .filter(other -> !Labels.isUnit(other.text().strip()));
      if (cell.isPresent() && (isLabel(cell.get()) || !SubColumns.isNumber(cell.get()))) {
        break;
      }
      cell.filter(other -> grid.find(label.row(), value).filter(one -> !one.isBlank()).isPresent())
          .ifPresent(others::add);
    }
    if (table.headerTop() > 0) {
      grid.find(table.headerTop() - 1, value)
          .filter(heading -> SubColumns.isOtherTime(List.of(heading)))
          .ifPresent(others::add);
    }
    return others;
  }

  private static boolean isColumn(Item item) {
    return item.use() == Item.Use.COLUMN;
  }

  private void line(Map<Item, Cell> entries) {
    LineValues.Line line = new LineValues(table.form(), vocabulary, cells, content).line();
    entries.forEach(
        (item, label) -> {
          if (isColumn(item)) {
            Place place = place(label);
            content.label(item.name(), place.label());
            line.add(item, place, unit(item, label).filter(unit -> isNumber(item)));
          }
        });
    Cell first =
        entries.values().stream()
            .min(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column))
            .orElseThrow();
    line.close(grid.sheet(), table.address(first));
  }

  private static boolean isNumber(Item item) {
    return item.type() == Item.Type.NUMBER || item.type() == Item.Type.INTEGER;
  }

  private Place place(Cell label) {
    int column = valueColumn.computeIfAbsent(label.right(), this::valueColumn);
    Optional<Cell> right = grid.find(label.row(), column);
    if (right.isPresent() && !isLabel(right.get())) {
      return place(label, label.row(), column, right);
    }
    Optional<Cell> below = grid.find(label.bottom(), label.column());
    if (below.isPresent() && !below.get().isBlank() && !isLabel(below.get())) {
      return place(label, label.bottom(), label.column(), below);
    }
    return place(label, label.row(), column, Optional.empty());
  }

  /**
   * The first column beside the labels that holds something to read: a blank column, or one of
   * units, may stand between.
   */
  private int valueColumn(int right) {
    List<Cell> labels =
        table.blocks().get(0).values().stream().filter(label -> label.right() == right).toList();
    for (int column = right; column < grid.columnCount(); column++) {
      int at = column;
      List<Cell> beside =
          labels.stream().flatMap(label -> grid.find(label.row(), at).stream()).toList();
      if (beside.stream().anyMatch(this::isLabel)) {
        return right;
      }
      if (beside.stream()
          .anyMatch(cell -> !cell.isBlank() && !Labels.isUnit(cell.text().strip()))) {
        return column;
      }
    }
    return right;
  }

  /** The unit in the label, else the one that stands between label and value. */
  private Optional<String> unit(Item item, Cell label) {
    if (!item.unit().isEmpty()) {
      return Optional.of(item.unit());
    }
    Optional<String> printed = Labels.unit(label.text());
    int value = valueColumn.computeIfAbsent(label.right(), this::valueColumn);
    for (int column = label.right(); column < value && printed.isEmpty(); column++) {
      printed =
          Optional.of(grid.text(label.row(), column).strip())
              .filter(text -> !text.isEmpty() && Labels.isUnit(text));
    }
    return printed;
  }

  private Place place(Cell label, int row, int column, Optional<Cell> cell) {
    return new Place(grid.sheet(), table.address(row, column), Place.label(label.text()), cell);
  }

  /** A label of the list, or a heading of some of them. */
  private boolean isLabel(Cell cell) {
    String words = Labels.normalise(cell.text());
    return table.blocks().get(0).containsValue(cell)
        || table.layout().columns().stream()
            .flatMap(item -> item.groups().stream())
            .anyMatch(group -> Labels.normalise(group).equals(words));
  }
}
