package xinglin.schemas.fill;

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
  private final Content content;

  ListFiller(FoundTable table, Vocabulary vocabulary, CellValues cells, Content content) {
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
    Optional<String> unit =
        item.unit().isEmpty() ? Labels.unit(label.text()) : Optional.of(item.unit());
    Place place = place(label);
    Value value = cells.figure(measure, place, unit, item.filled());
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
    Optional<Cell> right = grid.find(label.row(), label.right());
    if (right.isPresent() && !isLabel(right.get())) {
      return place(label, label.row(), label.right(), right);
    }
    Optional<Cell> below = grid.find(label.bottom(), label.column());
    if (below.isPresent() && !below.get().isBlank() && !isLabel(below.get())) {
      return place(label, label.bottom(), label.column(), below);
    }
    return place(label, label.row(), label.right(), Optional.empty());
  }

  private Place place(Cell label, int row, int column, Optional<Cell> cell) {
    return new Place(grid.sheet(), table.address(row, column), Place.label(label.text()), cell);
  }

  private boolean isLabel(Cell cell) {
    return table.blocks().get(0).containsValue(cell);
  }
}
