package xinglin.schemas.drift.printed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import xinglin.schemas.drift.like.LabelLikeness;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;

/** Reads a list of labels, each with its value beside it, groups further left. */
public final class ListReader {
  private final TableLayout layout;
  private final Anchors anchors;

  public ListReader(TableLayout layout, LabelLikeness likeness) {
    this.layout = layout;
    this.anchors = new Anchors(likeness, layout.columns());
  }

  /** The labels of a grid; empty if nothing of the list is there. */
  public Optional<PrintedTable> read(Grid grid, boolean turned) {
    List<Anchors.Anchor> found = anchors.of(grid).stream().flatMap(List::stream).toList();
    Map<Integer, Set<Integer>> rowsOf = new HashMap<>();
    found.forEach(
        anchor ->
            rowsOf
                .computeIfAbsent(anchor.cell().column(), key -> new HashSet<>())
                .add(anchor.cell().row()));
    Set<Integer> columns =
        rowsOf.entrySet().stream()
            .filter(entry -> entry.getValue().size() >= 2)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    List<Anchors.Anchor> inColumns =
        found.stream().filter(anchor -> columns.contains(anchor.cell().column())).toList();
    if (inColumns.isEmpty()) {
      return Optional.empty();
    }
    int top = inColumns.stream().mapToInt(anchor -> anchor.cell().row()).min().orElse(0);
    int end = inColumns.stream().mapToInt(anchor -> anchor.cell().bottom()).max().orElse(0);
    while (continues(grid, end, columns)) {
      end++;
    }
    while (top > 0 && continues(grid, top - 1, columns)) {
      top--;
    }
    Map<Item, Double> best = new HashMap<>();
    inColumns.forEach(anchor -> best.merge(anchor.item(), anchor.value(), Math::max));
    double weight = best.values().stream().mapToDouble(Double::doubleValue).sum();
    return Optional.of(
        new PrintedTable(
            grid,
            turned,
            top,
            top,
            end,
            labels(grid, turned, columns, top, end),
            Optional.empty(),
            List.of(),
            groups(grid, columns, top, end),
            Math.min(1, weight / Math.max(1, layout.columns().size()))));
  }

  private static boolean continues(Grid grid, int row, Set<Integer> columns) {
    List<Cell> filled = grid.row(row).stream().filter(cell -> !cell.isBlank()).toList();
    return !filled.isEmpty()
        && filled.stream()
            .anyMatch(cell -> columns.contains(cell.column()) && isLabel(cell, columns));
  }

  private static boolean isLabel(Cell cell, Set<Integer> columns) {
    int last = columns.stream().mapToInt(Integer::intValue).max().orElse(0);
    boolean filledIn = cell.text().contains("：") || cell.text().contains(":");
    return Anchors.isLabelLike(cell)
        && cell.right() <= last + 1
        && (!filledIn || cell.text().contains("其中"));
  }

  private static List<PrintedLabel> labels(
      Grid grid, boolean turned, Set<Integer> columns, int top, int end) {
    List<PrintedLabel> labels = new ArrayList<>();
    for (int column : columns.stream().sorted().toList()) {
      for (int row = top; row < end; row++) {
        int at = row;
        Optional<Cell> cell = grid.find(row, column);
        if (cell.isPresent()
            && cell.get().row() == at
            && cell.get().column() == column
            && isLabel(cell.get(), columns)) {
          labels.add(
              new PrintedLabel(
                  grid.sheet(),
                  PrintedTable.address(cell.get(), turned),
                  cell.get(),
                  groupsBeside(grid, cell.get()),
                  labels.size()));
        }
      }
    }
    return labels;
  }

  private static List<String> groupsBeside(Grid grid, Cell label) {
    List<String> groups = new ArrayList<>();
    for (int column = 0; column < label.column(); column++) {
      grid.find(label.row(), column)
          .filter(cell -> !cell.isBlank() && Anchors.isLabelLike(cell) && cell.rowSpan() > 1)
          .map(cell -> PrintedLabel.oneLine(cell.text()))
          .filter(text -> !groups.contains(text))
          .ifPresent(groups::add);
    }
    return groups;
  }

  private static List<Cell> groups(Grid grid, Set<Integer> columns, int top, int end) {
    int first = columns.stream().mapToInt(Integer::intValue).min().orElse(0);
    List<Cell> groups = new ArrayList<>();
    for (int row = top; row < end; row++) {
      grid.row(row).stream()
          .filter(cell -> !cell.isBlank() && cell.column() < first)
          .forEach(groups::add);
    }
    return groups;
  }
}
