package xinglin.schemas.drift;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import xinglin.schemas.sheet.Block;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/**
 * One edit of a sheet, as somebody makes it in a spreadsheet program: merged cells shrink and grow.
 */
final class EditedGrid {
  private EditedGrid() {}

  static Document replace(Document document, Grid old, Grid edited) {
    List<Block> blocks = new ArrayList<>();
    document
        .blocks()
        .forEach(
            block ->
                blocks.add(
                    block instanceof Grid grid && grid.sheet().equals(old.sheet())
                        ? edited
                        : block));
    return new Document(document.format(), blocks, document.traits());
  }

  static List<Cell> cells(Grid grid) {
    LinkedHashSet<Cell> cells = new LinkedHashSet<>();
    for (int row = 0; row < grid.rowCount(); row++) {
      cells.addAll(grid.row(row));
    }
    return List.copyOf(cells);
  }

  static Grid retyped(Grid grid, UnaryOperator<Cell> edit) {
    Grid.Builder builder = Grid.named(grid.sheet());
    cells(grid).forEach(cell -> builder.add(edit.apply(cell)));
    return builder.build();
  }

  static Grid withText(Grid grid, Cell place, String text) {
    return retyped(grid, cell -> cell.equals(place) ? text(cell, text) : cell);
  }

  static Cell text(Cell cell, String text) {
    return new Cell(
        cell.row(),
        cell.column(),
        cell.rowSpan(),
        cell.columnSpan(),
        text,
        cell.content(),
        cell.formula(),
        cell.hidden());
  }

  static Grid withoutColumn(Grid grid, int gone) {
    Grid.Builder builder = Grid.named(grid.sheet());
    for (Cell cell : cells(grid)) {
      boolean over = cell.column() <= gone && gone < cell.right();
      if (over && cell.columnSpan() == 1) {
        continue;
      }
      builder.add(
          placed(
              cell,
              cell.column() > gone ? cell.column() - 1 : cell.column(),
              over ? cell.columnSpan() - 1 : cell.columnSpan()));
    }
    return builder.build();
  }

  /** A column like the one at {@code like}, in front of it, with another label. */
  static Grid withColumnBefore(Grid grid, Cell like, String label) {
    int at = like.column();
    Grid.Builder builder = Grid.named(grid.sheet());
    for (Cell cell : cells(grid)) {
      boolean over = cell.column() < at && at < cell.right();
      boolean opens = cell.column() == at && cell.columnSpan() > 1 && cell.row() < like.row();
      boolean moves = cell.column() >= at && !opens;
      builder.add(
          placed(
              cell,
              moves ? cell.column() + 1 : cell.column(),
              over || opens ? cell.columnSpan() + 1 : cell.columnSpan()));
    }
    builder.add(
        new Cell(
            like.row(),
            at,
            like.rowSpan(),
            1,
            label,
            Cell.Content.TEXT,
            java.util.Optional.empty(),
            false));
    return builder.build();
  }

  private static Cell placed(Cell cell, int column, int columnSpan) {
    return new Cell(
        cell.row(),
        column,
        cell.rowSpan(),
        columnSpan,
        cell.text(),
        cell.content(),
        cell.formula(),
        cell.hidden());
  }
}
