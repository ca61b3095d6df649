package xinglin.schemas.recognise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.value.Labels;

/** Finds the tables of one layout in a grid. Thread safe. */
final class TableFinder {
  /**
   * Share of the required labels that must be there: without a title nearly all, below a title two
   * thirds.
   */
  private static final double ENOUGH_WITHOUT_TITLE = 0.8;

  static final double ENOUGH_WITH_TITLE = 0.6;
  static final double TITLE_BONUS = 0.5;
  private static final int HIGHEST_HEADER = 4;
  private static final int FEWEST_LABELS_WITHOUT_TITLE = 4;

  /** A column of numbers that say nothing: anybody may add one. */
  private static final Set<String> SERIALS = Set.of("序号", "序", "no");

  private final FormDefinition form;
  private final int layoutIndex;
  private final TableLayout layout;
  private final LabelIndex labels;
  private final RowEnds rowEnds;
  private final ListFinder lists;
  private final Optional<LabelledText> text;

  TableFinder(FormDefinition form, int layoutIndex, RowEnds rowEnds) {
    this.form = form;
    this.layoutIndex = layoutIndex;
    this.layout = form.tables().get(layoutIndex);
    this.labels = new LabelIndex(form, layout);
    this.rowEnds = rowEnds;
    this.lists = new ListFinder(form, layoutIndex);
    this.text =
        layout.shape() == TableLayout.Shape.TEXT
            ? Optional.of(new LabelledText(layout))
            : Optional.empty();
  }

  /** What lays running text out for this layout, if it is one of running text. */
  Optional<LabelledText> text() {
    return text;
  }

  /**
   * All tables of this layout, top to bottom; also those that match too little, for the sake of a
   * good answer.
   */
  List<FoundTable> find(Grid grid, NavigableMap<Integer, List<HeaderHit>> byRow, boolean titled) {
    List<FoundTable> found = new ArrayList<>();
    int from = 0;
    while (true) {
      Optional<FoundTable> table =
          layout.isList() ? lists.next(grid, byRow, from, titled) : best(grid, byRow, from, titled);
      if (table.isEmpty()) {
        return found;
      }
      found.add(table.get());
      from = Math.max(table.get().dataEnd(), table.get().headerBottom());
    }
  }

  LabelIndex labels() {
    return labels;
  }

  FormDefinition form() {
    return form;
  }

  boolean turned() {
    return layout.turned();
  }

  static boolean isGoodEnough(FoundTable table) {
    double matched = table.score() - (table.titled() ? TITLE_BONUS : 0);
    int hits = table.blocks().get(0).size();
    return table.titled()
        ? matched >= ENOUGH_WITH_TITLE
        : matched >= ENOUGH_WITHOUT_TITLE && hits >= FEWEST_LABELS_WITHOUT_TITLE;
  }

  /** The band of up to four rows that holds the most labels. */
  private Optional<FoundTable> best(
      Grid grid, NavigableMap<Integer, List<HeaderHit>> byRow, int from, boolean titled) {
    int bestRow = -1;
    long most = 0;
    for (int row : byRow.tailMap(from, true).keySet()) {
      long distinct = band(grid, byRow, row).stream().map(HeaderHit::item).distinct().count();
      if (distinct > most) {
        most = distinct;
        bestRow = row;
      } else if (bestRow >= 0
          && row > bestRow + HIGHEST_HEADER
          && most >= layout.required().size()) {
        break;
      }
    }
    if (bestRow < 0) {
      return Optional.empty();
    }
    List<HeaderHit> hits = band(grid, byRow, bestRow);
    List<Map<Item, Cell>> blocks = assign(hits);
    int top = hits.stream().mapToInt(hit -> hit.cell().row()).min().orElse(bestRow);
    int bottom =
        hits.stream()
            .filter(hit -> blocks.stream().anyMatch(block -> isAgain(block, hit)))
            .mapToInt(hit -> hit.cell().bottom())
            .max()
            .orElse(bestRow + 1);
    return Optional.of(table(grid, byRow, blocks, top, bottom, titled));
  }

  /** Ends where lines of data have come between and the header is printed again. */
  private static List<HeaderHit> band(
      Grid grid, NavigableMap<Integer, List<HeaderHit>> byRow, int row) {
    List<HeaderHit> hits = new ArrayList<>();
    for (var next : byRow.subMap(row, true, row + HIGHEST_HEADER, false).entrySet()) {
      long again = next.getValue().stream().filter(hit -> isIn(hits, hit)).count();
      if (again >= 2 && linesBetween(grid, byRow, row, next.getKey())) {
        break;
      }
      hits.addAll(next.getValue());
    }
    return hits;
  }

  private static boolean isIn(List<HeaderHit> hits, HeaderHit again) {
    return hits.stream()
        .anyMatch(
            hit -> hit.item().equals(again.item()) && hit.cell().column() == again.cell().column());
  }

  private static boolean linesBetween(
      Grid grid, NavigableMap<Integer, List<HeaderHit>> byRow, int from, int to) {
    for (int row = from + 1; row < to; row++) {
      if (!byRow.containsKey(row) && grid.row(row).stream().anyMatch(cell -> !cell.isBlank())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Gives each item its cell: the best ranked label first, each cell to one item. What is left over
   * is assigned again, as a further block beside the first, if it holds most of the items once
   * more.
   */
  private List<Map<Item, Cell>> assign(List<HeaderHit> hits) {
    List<Map<Item, Cell>> blocks = new ArrayList<>();
    Set<Cell> taken = new HashSet<>();
    while (true) {
      Map<Item, Cell> block = new LinkedHashMap<>();
      int end = nextBlock(hits, taken);
      for (Item item : layout.columns()) {
        hits.stream()
            .filter(hit -> hit.item().equals(item) && !taken.contains(hit.cell()))
            .filter(hit -> item.required() || hit.cell().column() < end)
            .min(
                Comparator.comparingInt(HeaderHit::rank)
                    .thenComparingInt(hit -> hit.cell().column())
                    .thenComparingInt(hit -> -hit.cell().row()))
            .ifPresent(
                hit -> {
                  block.put(item, hit.cell());
                  taken.add(hit.cell());
                });
      }
      hits.stream().filter(hit -> isAgain(block, hit)).forEach(hit -> taken.add(hit.cell()));
      boolean first = blocks.isEmpty();
      if (block.isEmpty()
          || (!first && block.size() < ENOUGH_WITHOUT_TITLE * blocks.get(0).size())) {
        if (first) {
          blocks.add(block);
        }
        return blocks;
      }
      blocks.add(block);
    }
  }

  /**
   * The assigned cell itself, or another label of the same item in its column: field codes or a
   * second language below the words.
   */
  private static boolean isAgain(Map<Item, Cell> block, HeaderHit hit) {
    return Optional.ofNullable(block.get(hit.item()))
        .filter(cell -> cell.column() == hit.cell().column())
        .isPresent();
  }

  /** Column at which the header begins anew, beside itself: there a required label stands again. */
  private static int nextBlock(List<HeaderHit> hits, Set<Cell> taken) {
    Map<List<Object>, Integer> first = new HashMap<>();
    int next = Integer.MAX_VALUE;
    for (HeaderHit hit :
        hits.stream()
            .filter(hit -> hit.item().required() && !taken.contains(hit.cell()))
            .sorted(Comparator.comparingInt(hit -> hit.cell().column()))
            .toList()) {
      Integer before =
          first.putIfAbsent(
              List.of(hit.item(), Labels.normalise(hit.cell().text())), hit.cell().column());
      if (before != null && hit.cell().column() > before) {
        next = Math.min(next, hit.cell().column());
      }
    }
    return next;
  }

  private FoundTable table(
      Grid grid,
      NavigableMap<Integer, List<HeaderHit>> byRow,
      List<Map<Item, Cell>> blocks,
      int top,
      int bottom,
      boolean titled) {
    Map<Item, Cell> columns = blocks.get(0);
    List<Item> missing =
        layout.required().stream().filter(item -> !columns.containsKey(item)).toList();
    OptionalInt rowLabel = rowLabelColumn(grid, columns, top, bottom);
    double matched = matched(layout, columns);
    FoundTable table =
        new FoundTable(
            form,
            layoutIndex,
            grid,
            blocks,
            top,
            bottom,
            bottom,
            Set.of(),
            rowLabel,
            unknown(grid, blocks, rowLabel, top, bottom),
            missing,
            titled,
            matched + (titled ? TITLE_BONUS : 0));
    return rowEnds.close(table, byRow);
  }

  /** Share of the required labels that are there. */
  static double matched(TableLayout layout, Map<Item, Cell> columns) {
    List<Item> required = layout.required().isEmpty() ? layout.columns() : layout.required();
    List<Cell> found = required.stream().map(columns::get).filter(Objects::nonNull).toList();
    // Labels down one column are no header of a table with one.
    long places =
        layout.isList() ? found.size() : found.stream().mapToInt(Cell::column).distinct().count();
    return (double) places / required.size();
  }

  private OptionalInt rowLabelColumn(Grid grid, Map<Item, Cell> columns, int top, int bottom) {
    RowKey.Kind kind = layout.rows().kind();
    if (kind == RowKey.Kind.LINES || kind == RowKey.Kind.SINGLE) {
      return OptionalInt.empty();
    }
    for (int row = top; row < bottom; row++) {
      for (Cell cell : grid.row(row)) {
        if (labels.hasRowLabels() && labels.isRowLabel(cell.text())) {
          // A header over two columns has groups in the left one.
          int first = columns.values().stream().mapToInt(Cell::column).min().orElse(cell.right());
          return OptionalInt.of(
              first > cell.column() ? Math.min(cell.right(), first) - 1 : cell.column());
        }
      }
    }
    int first = columns.values().stream().mapToInt(Cell::column).min().orElse(0);
    return OptionalInt.of(Math.max(0, first - 1));
  }

  /**
   * The lowest header cell of each column that belongs to no item; groups above several columns are
   * no columns.
   */
  private List<Cell> unknown(
      Grid grid, List<Map<Item, Cell>> blocks, OptionalInt rowLabel, int top, int bottom) {
    Set<Integer> known = new HashSet<>();
    Set<Cell> assigned = new HashSet<>();
    for (Map<Item, Cell> block : blocks) {
      for (Cell cell : block.values()) {
        assigned.add(cell);
        for (int column = cell.column(); column < cell.right(); column++) {
          known.add(column);
        }
      }
    }
    rowLabel.ifPresent(known::add);
    List<Cell> unknown = new ArrayList<>();
    for (int column = 0; column < grid.columnCount(); column++) {
      if (known.contains(column)) {
        continue;
      }
      for (int row = bottom - 1; row >= top; row--) {
        Optional<Cell> cell = grid.find(row, column);
        if (cell.isPresent() && !cell.get().isBlank()) {
          if (layout.turned() && RowEnds.isAround(List.of(cell.get()))) {
            break;
          }
          boolean overKnown =
              IntStream.range(cell.get().column(), cell.get().right()).anyMatch(known::contains);
          if (overKnown || SERIALS.contains(Labels.normalise(cell.get().text()))) {
            break;
          }
          boolean rowHeader = rowLabel.isPresent() && column < rowLabel.getAsInt();
          if (!assigned.contains(cell.get()) && !unknown.contains(cell.get()) && !rowHeader) {
            unknown.add(cell.get());
          }
          break;
        }
      }
    }
    return unknown;
  }
}
