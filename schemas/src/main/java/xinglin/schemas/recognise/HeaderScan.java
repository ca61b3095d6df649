package xinglin.schemas.recognise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.value.Labels;

/** Looks once at every cell of a grid for the labels of all layouts. */
final class HeaderScan {
  private static final int LONGEST_LABEL = 80;

  /**
   * Below this row only labels already seen above are looked for: a header repeated far down a long
   * list is spelled alike.
   */
  private static final int THOROUGH_ROWS = 1000;

  private final Map<TableFinder, NavigableMap<Integer, List<HeaderHit>>> hits = new HashMap<>();
  private final Map<String, Set<TableFinder>> finders;
  private final Set<String> seen = new HashSet<>();

  HeaderScan(Map<String, Set<TableFinder>> finders, Grid grid) {
    this.finders = finders;
    for (int row = 0; row < grid.rowCount(); row++) {
      for (Cell cell : grid.row(row)) {
        if (isLabelLike(cell) && (row < THOROUGH_ROWS || seen.contains(cell.text()))) {
          look(grid, cell);
        }
      }
    }
  }

  private static boolean isLabelLike(Cell cell) {
    return cell.content() instanceof Cell.Text && cell.text().length() <= LONGEST_LABEL;
  }

  private void look(Grid grid, Cell cell) {
    String words = Labels.normalise(cell.text());
    if (!finders.containsKey(words)) {
      words = Labels.withoutUnit(cell.text());
    }
    if (!finders.containsKey(words)) {
      words = Labels.bare(cell.text());
    }
    for (TableFinder finder : finders.getOrDefault(words, Set.of())) {
      List<HeaderHit> found = finder.labels().hits(grid, cell, words);
      if (!found.isEmpty()) {
        seen.add(cell.text());
        hits.computeIfAbsent(finder, key -> new TreeMap<>())
            .computeIfAbsent(cell.row(), key -> new ArrayList<>())
            .addAll(found);
      }
    }
  }

  NavigableMap<Integer, List<HeaderHit>> hits(TableFinder finder) {
    return hits.getOrDefault(finder, new TreeMap<>());
  }
}
