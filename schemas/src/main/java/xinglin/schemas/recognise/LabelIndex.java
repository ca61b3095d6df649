package xinglin.schemas.recognise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.value.Labels;

/** The labels of one table layout, ready to be looked up by what stands in a cell. */
final class LabelIndex {
  private static final int HIGHEST_HEADER = 4;

  private final Map<String, List<Candidate>> byLabel = new HashMap<>();
  private final Set<String> rowLabels = new HashSet<>();
  private final Set<String> groups = new HashSet<>();
  private final boolean isList;

  /**
   * @param form its groups end those of the layout, where several lists stand beside each other
   */
  LabelIndex(FormDefinition form, TableLayout layout) {
    isList = layout.isList();
    form.tables().stream()
        .flatMap(table -> table.columns().stream())
        .flatMap(item -> item.groups().stream())
        .forEach(group -> groups.add(Labels.normalise(group)));
    for (Item item : layout.columns()) {
      List<String> under = item.groups().stream().map(Labels::normalise).toList();
      for (int rank = 0; rank < item.labels().size(); rank++) {
        String label = item.labels().get(rank);
        put(Labels.normalise(label), new Candidate(item, rank, under));
        put(Labels.withoutUnit(label), new Candidate(item, rank, under));
        if (!under.isEmpty()) {
          String last = under.get(under.size() - 1);
          put(last + Labels.withoutUnit(label), new Candidate(item, rank, List.of()));
        }
      }
    }
    layout.rows().labels().forEach(label -> rowLabels.add(Labels.normalise(label)));
  }

  private void put(String label, Candidate candidate) {
    List<Candidate> candidates = byLabel.computeIfAbsent(label, key -> new ArrayList<>());
    if (!candidates.contains(candidate)) {
      candidates.add(candidate);
    }
  }

  /** All labels as they are looked up. */
  Set<String> labels() {
    return byLabel.keySet();
  }

  /** Items whose label stands in the cell, under the group they ask for. */
  List<HeaderHit> hits(Grid grid, Cell cell, String label) {
    List<HeaderHit> hits = new ArrayList<>();
    for (Candidate candidate : byLabel.getOrDefault(label, List.of())) {
      if (candidate.under().stream().allMatch(under -> stands(grid, cell, under))) {
        hits.add(new HeaderHit(cell, candidate.item(), candidate.rank()));
      }
    }
    return hits;
  }

  /**
   * Whether the label column's header stands here; a diagonal corner holds it beside another word.
   */
  boolean isRowLabel(String text) {
    String label = Labels.normalise(text);
    return rowLabels.contains(label)
        || (text.contains("\n")
            && rowLabels.stream()
                .anyMatch(wanted -> label.endsWith(wanted) || label.startsWith(wanted)));
  }

  boolean hasRowLabels() {
    return !rowLabels.isEmpty();
  }

  /**
   * A group label stands above the cell, or beside it to the left: groups of a list run down the
   * side, and the nearest one counts where several lists stand beside each other.
   */
  private boolean stands(Grid grid, Cell cell, String under) {
    for (int row = cell.row() - 1; row >= Math.max(0, cell.row() - HIGHEST_HEADER); row--) {
      if (Labels.normalise(across(grid, row, cell.column())).equals(under)) {
        return true;
      }
    }
    boolean inGroup = false;
    for (int column = cell.column() - 1; column >= 0; column--) {
      String beside = Labels.normalise(beside(grid, cell.row(), column));
      if (beside.equals(under)) {
        return true;
      }
      if (inGroup && !groups.contains(beside)) {
        return false;
      }
      inGroup = groups.contains(beside);
    }
    return false;
  }

  /** Where a group was not merged, its text stands in the first of its cells. */
  private static String across(Grid grid, int row, int column) {
    for (int at = column; at >= 0; at--) {
      if (!grid.text(row, at).isBlank()) {
        return grid.text(row, at);
      }
    }
    return "";
  }

  /** In a list also what is written once above blank cells, where nothing is merged. */
  private String beside(Grid grid, int row, int column) {
    for (int above = row; above >= 0; above--) {
      String text = grid.text(above, column);
      if (!text.isBlank() || !isList) {
        return text;
      }
    }
    return "";
  }

  private record Candidate(Item item, int rank, List<String> under) {}
}
