package xinglin.schemas.fill;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.form.Item;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.value.Labels;
import xinglin.schemas.value.Value;

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

  void fill() {
    for (Map.Entry<Item, Cell> entry : table.blocks().get(0).entrySet()) {
      Item item = entry.getKey();
      if (item.isMeasure()) {
        figure(item, entry.getValue());
      }
    }
  }

  private void figure(Item item, Cell label) {
    Measure measure = vocabulary.measures().get(item.name());
    Optional<String> unit = unit(item, label);
    Place place = place(label);
    Value value =
        SharedCell.read(table, place, measure.id(), issues)
            .orElseGet(() -> cells.figure(measure, place, unit, item.filled()));
    Figure.Role role = item.use() == Item.Use.TOTAL ? Figure.Role.TOTAL : table.layout().role();
    content.figure(
        measure.id(),
        role,
        item.category(),
        Optional.empty(),
        Optional.empty(),
        value,
        measure.unit().name(),
        place);
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

  private boolean isLabel(Cell cell) {
    return table.blocks().get(0).containsValue(cell);
  }
}
