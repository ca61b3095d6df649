package xinglin.schemas.drift.printed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;

/**
 * The rectangle of a header, bottom and right exclusive.
 *
 * @param merged whether groups are merged cells; without merging, as in CSV, a group is written
 *     once and holds for the blank cells to its right
 */
record HeaderExtent(int top, int bottom, int left, int right, boolean merged) {
  private static final int HIGHEST_GROUP = 3;
  private static final Pattern ATTACHMENT =
      Pattern.compile("^\\s*附\\s*[件表]\\s*[0-9０-９一二三四五六七八九十]*\\s*[：:]?\\s*$");

  /** From the cells that surely belong to it. */
  static HeaderExtent around(Grid grid, List<Cell> found, int foundTop, int foundBottom) {
    int left = found.stream().mapToInt(Cell::column).min().orElse(0);
    int right = found.stream().mapToInt(Cell::right).max().orElse(1);
    int top = foundTop;
    int bottom = foundBottom;
    while (left > 0 && filled(grid, left - 1, top, bottom)) {
      left--;
    }
    while (right < grid.columnCount() && filled(grid, right, top, bottom)) {
      right++;
    }
    for (int column = left; column < right; column++) {
      for (int row = top; row < bottom; row++) {
        Optional<Cell> cell = grid.find(row, column).filter(known -> !known.isBlank());
        top = cell.isPresent() ? Math.min(top, cell.get().row()) : top;
      }
    }
    int highest = Math.max(0, top - HIGHEST_GROUP);
    while (top > highest && isGroupRow(grid, top - 1, left, right)) {
      top--;
    }
    if (isSplitBelow(grid, bottom, left, right)) {
      bottom++;
    }
    boolean merged = false;
    for (int row = top; row < bottom; row++) {
      merged |=
          grid.row(row).stream().anyMatch(cell -> cell.columnSpan() > 1 || cell.rowSpan() > 1);
    }
    return new HeaderExtent(top, bottom, left, right, merged);
  }

  private static boolean filled(Grid grid, int column, int top, int bottom) {
    for (int row = top; row < bottom; row++) {
      Optional<Cell> cell = grid.find(row, column);
      if (cell.isPresent() && isHeaderCell(cell.get(), top, bottom)) {
        return true;
      }
    }
    return false;
  }

  /** No title, note or signature that reaches down along the table, as in one on its side. */
  private static boolean isHeaderCell(Cell cell, int top, int bottom) {
    return !cell.isBlank()
        && cell.row() >= top
        && cell.bottom() <= bottom
        && !cell.text().contains("：")
        && !cell.text().contains(":")
        && !ATTACHMENT.matcher(cell.text()).matches();
  }

  /** A row of labels, at least one of which stands over several columns, but none over all. */
  private static boolean isGroupRow(Grid grid, int row, int left, int right) {
    List<Cell> cells = new ArrayList<>();
    for (int column = left; column < right; column++) {
      grid.find(row, column)
          .filter(cell -> !cell.isBlank() && !cells.contains(cell))
          .ifPresent(cells::add);
    }
    boolean labels =
        cells.stream()
            .allMatch(
                cell ->
                    Anchors.isLabelLike(cell)
                        && !cell.text().contains("：")
                        && !cell.text().contains(":"));
    int width = right - left;
    boolean wide = cells.stream().anyMatch(cell -> cell.columnSpan() > 1);
    boolean whole = cells.stream().anyMatch(cell -> cell.columnSpan() >= width);
    return labels && !whole && (wide || cells.size() >= 2);
  }

  /** Below a label over several columns stand further labels: the header goes on. */
  private static boolean isSplitBelow(Grid grid, int bottom, int left, int right) {
    boolean split = false;
    for (int column = left; column < right; column++) {
      Optional<Cell> above = grid.find(bottom - 1, column).filter(cell -> !cell.isBlank());
      Optional<Cell> below = grid.find(bottom, column).filter(cell -> !cell.isBlank());
      boolean wide = above.isPresent() && above.get().columnSpan() > 1;
      if (below.isPresent() && (!wide || !Anchors.isLabelLike(below.get()))) {
        return false;
      }
      split |= wide && below.isPresent();
    }
    return split;
  }

  /** The lowest labels, left to right, each with the groups above it. */
  List<PrintedLabel> labels(Grid grid, boolean turned) {
    List<PrintedLabel> labels = new ArrayList<>();
    Set<Cell> taken = new HashSet<>();
    for (int column = left; column < right; column++) {
      Optional<Cell> leaf = leaf(grid, column);
      if (leaf.isPresent() && taken.add(leaf.get())) {
        labels.add(
            new PrintedLabel(
                grid.sheet(),
                PrintedTable.address(leaf.get(), turned),
                leaf.get(),
                groupsAbove(grid, leaf.get()),
                labels.size()));
      }
    }
    return labels;
  }

  /** The lowest label of a column; a group with labels below other columns only is none. */
  Optional<Cell> leaf(Grid grid, int column) {
    for (int row = bottom - 1; row >= top; row--) {
      Optional<Cell> cell = grid.find(row, column).filter(known -> !known.isBlank());
      if (cell.isPresent()) {
        return hasLabelsBelow(grid, cell.get()) ? Optional.empty() : cell;
      }
    }
    return Optional.empty();
  }

  private boolean hasLabelsBelow(Grid grid, Cell cell) {
    for (int row = cell.bottom(); row < bottom; row++) {
      for (int column = cell.column(); column < cell.right(); column++) {
        if (grid.find(row, column).filter(below -> !below.isBlank()).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Labels above a leaf, outermost first. */
  List<String> groupsAbove(Grid grid, Cell leaf) {
    List<String> groups = new ArrayList<>();
    Cell last = leaf;
    for (int row = top; row < leaf.row(); row++) {
      Optional<Cell> cell = above(grid, row, leaf.column());
      if (cell.isPresent() && !cell.get().equals(last)) {
        last = cell.get();
        groups.add(PrintedLabel.oneLine(last.text()));
      }
    }
    return groups;
  }

  private Optional<Cell> above(Grid grid, int row, int column) {
    Optional<Cell> cell = grid.find(row, column).filter(known -> !known.isBlank());
    if (cell.isPresent() || merged) {
      return cell;
    }
    for (int beside = column - 1; beside >= left; beside--) {
      Optional<Cell> spread = grid.find(row, beside).filter(known -> !known.isBlank());
      if (spread.isPresent()) {
        return spread;
      }
    }
    return Optional.empty();
  }
}
