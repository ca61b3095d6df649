package xinglin.schemas.drift.printed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.value.Labels;

/** The labels down the side of a table, and where the table ends. */
final class RowLabels {
  private static final Pattern AROUND =
      Pattern.compile(
          "^\\s*(注|备注|说明|附\\s*[件表]|(填表|填报|制表|审核|联系|单位|负责)\\S{0,6}\\s*[：:]).*", Pattern.DOTALL);

  private final List<PrintedLabel> labels = new ArrayList<>();
  private int end;

  RowLabels(
      Grid grid,
      boolean turned,
      HeaderExtent extent,
      Optional<PrintedLabel> rowHeader,
      List<PrintedLabel> columns,
      boolean sections) {
    end = extent.bottom();
    int blank = 0;
    for (int row = extent.bottom(); row < grid.rowCount(); row++) {
      List<Cell> filled = grid.row(row).stream().filter(cell -> !cell.isBlank()).toList();
      if (filled.isEmpty()) {
        blank++;
        continue;
      }
      if (sections && isTitle(filled, extent) && !isAround(filled.get(0), columns)) {
        continue;
      }
      if (isAround(filled.get(0), columns) || isTitle(filled, extent) || blank > 3) {
        return;
      }
      if (repeatsHeader(filled, columns)) {
        return;
      }
      end = row + 1;
      if (rowHeader.isPresent()) {
        label(grid, row, rowHeader.get()).ifPresent(cell -> add(grid, turned, cell));
      }
    }
  }

  private void add(Grid grid, boolean turned, Cell cell) {
    if (labels.stream().noneMatch(known -> known.cell().equals(cell))) {
      labels.add(
          new PrintedLabel(
              grid.sheet(),
              PrintedTable.address(cell, turned),
              cell,
              groups(grid, cell),
              labels.size()));
    }
  }

  /** Cells further left that reach over several rows. */
  private static List<String> groups(Grid grid, Cell label) {
    List<String> groups = new ArrayList<>();
    for (int column = 0; column < label.column(); column++) {
      grid.find(label.row(), column)
          .filter(cell -> !cell.isBlank() && !cell.equals(label) && Anchors.isLabelLike(cell))
          .map(cell -> PrintedLabel.oneLine(cell.text()))
          .ifPresent(groups::add);
    }
    return groups;
  }

  private static Optional<Cell> label(Grid grid, int row, PrintedLabel header) {
    for (int column = header.cell().column(); column >= 0; column--) {
      Optional<Cell> cell = grid.find(row, column).filter(known -> !known.isBlank());
      if (cell.isPresent()) {
        return cell.filter(Anchors::isLabelLike);
      }
    }
    return Optional.empty();
  }

  private static boolean isAround(Cell first, List<PrintedLabel> columns) {
    boolean wide = columns.size() > 1 && first.columnSpan() >= columns.size();
    return AROUND.matcher(first.text()).matches()
        || (wide && (first.text().contains("：") || first.text().contains(":")));
  }

  /** One text over the whole width: the title of a further table. */
  private static boolean isTitle(List<Cell> filled, HeaderExtent extent) {
    int width = extent.right() - extent.left();
    return filled.size() == 1 && width > 2 && filled.get(0).columnSpan() >= width;
  }

  private static boolean repeatsHeader(List<Cell> filled, List<PrintedLabel> columns) {
    long same =
        filled.stream()
            .filter(
                cell ->
                    columns.stream()
                        .anyMatch(
                            label ->
                                Labels.normalise(label.cell().text())
                                    .equals(Labels.normalise(cell.text()))))
            .count();
    return same >= 2 && 2 * same >= columns.size();
  }

  List<PrintedLabel> labels() {
    return labels;
  }

  int end() {
    return end;
  }
}
