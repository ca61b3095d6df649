package xinglin.schemas.recognise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
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
    String words = words(grid, cell);
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

  /**
   * The cell's words as some form prints them: as they stand, without unit, without numbering, 时间
   * for 日期, or below a group that is part of the label (罚款 over 户次 and 金额).
   */
  private String words(Grid grid, Cell cell) {
    String words = Labels.normalise(cell.text());
    if (isKnown(words)) {
      return words;
    }
    String plain = Labels.withoutUnit(cell.text());
    if (isKnown(plain)) {
      return plain;
    }
    String bare = Labels.isNumbered(cell.text()) ? Labels.bare(cell.text()) : plain;
    String day = bare.replace("时间", "日期");
    if (isKnown(bare) || isKnown(day)) {
      return isKnown(bare) ? bare : day;
    }
    if (bare.isEmpty()) {
      return bare;
    }
    return (cell.row() == 0 ? Optional.<Cell>empty() : grid.find(cell.row() - 1, cell.column()))
        .filter(group -> group.bottom() == cell.row() && !group.isBlank())
        .filter(HeaderScan::isLabelLike)
        .map(group -> Labels.bare(group.text()) + bare)
        .filter(this::isKnown)
        .orElse(bare);
  }

  private boolean isKnown(String words) {
    return finders.containsKey(words);
  }

  NavigableMap<Integer, List<HeaderHit>> hits(TableFinder finder) {
    return hits.getOrDefault(finder, new TreeMap<>());
  }
}
