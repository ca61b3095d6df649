package xinglin.schemas.recognise;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;

/** Finds lists of labels in a grid, one below the other. Thread safe. */
final class ListFinder {
  private final FormDefinition form;
  private final int layoutIndex;
  private final TableLayout layout;

  ListFinder(FormDefinition form, int layoutIndex) {
    this.form = form;
    this.layoutIndex = layoutIndex;
    this.layout = form.tables().get(layoutIndex);
  }

  /**
   * The labels of one list: where its first label stands again with most of the others below, the
   * next list begins.
   */
  private NavigableMap<Integer, List<HeaderHit>> upToNext(
      NavigableMap<Integer, List<HeaderHit>> byRow) {
    if (byRow.isEmpty()) {
      return byRow;
    }
    Item first = byRow.firstEntry().getValue().get(0).item();
    return byRow.tailMap(byRow.firstKey(), false).entrySet().stream()
        .filter(row -> row.getValue().stream().anyMatch(hit -> hit.item().equals(first)))
        .map(Map.Entry::getKey)
        .filter(row -> isMost(byRow.headMap(row, false)) && isMost(byRow.tailMap(row, true)))
        .findFirst()
        .map(row -> byRow.headMap(row, false))
        .orElse(byRow);
  }

  private boolean isMost(NavigableMap<Integer, List<HeaderHit>> byRow) {
    long items =
        byRow.values().stream().flatMap(List::stream).map(HeaderHit::item).distinct().count();
    return items >= TableFinder.ENOUGH_WITH_TITLE * layout.columns().size();
  }

  /** A list has no header: its labels stand anywhere, each with its value beside or below. */
  Optional<FoundTable> next(
      Grid grid, NavigableMap<Integer, List<HeaderHit>> byRow, int from, boolean titled) {
    Map<Item, Cell> columns = new LinkedHashMap<>();
    Set<Cell> taken = new HashSet<>();
    int end = from;
    NavigableMap<Integer, List<HeaderHit>> own = upToNext(byRow.tailMap(from, true));
    for (Item item : layout.columns()) {
      Optional<HeaderHit> hit =
          own.values().stream()
              .flatMap(List::stream)
              .filter(
                  candidate -> candidate.item().equals(item) && !taken.contains(candidate.cell()))
              .findFirst();
      if (hit.isPresent()) {
        columns.put(item, hit.get().cell());
        taken.add(hit.get().cell());
        end = Math.max(end, hit.get().cell().bottom());
      }
    }
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    int top = columns.values().stream().mapToInt(Cell::row).min().orElse(from);
    List<Item> missing =
        layout.required().stream().filter(item -> !columns.containsKey(item)).toList();
    double score = TableFinder.matched(layout, columns) + (titled ? TableFinder.TITLE_BONUS : 0);
    return Optional.of(
        new FoundTable(
            form,
            layoutIndex,
            grid,
            List.of(columns),
            top,
            top,
            end,
            Set.of(),
            OptionalInt.empty(),
            List.of(),
            missing,
            titled,
            score));
  }
}
