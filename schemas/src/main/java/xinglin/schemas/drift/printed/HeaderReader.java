package xinglin.schemas.drift.printed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.drift.like.LabelLikeness;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.value.Labels;

/**
 * Finds where a file prints the header of a layout, however it was changed, and reads its labels.
 */
public final class HeaderReader {
  private static final int HIGHEST_HEADER = 4;
  private final TableLayout layout;
  private final Anchors anchors;

  public HeaderReader(TableLayout layout, LabelLikeness likeness) {
    this.layout = layout;
    this.anchors = new Anchors(likeness, layout.columns());
  }

  /** The best place in a grid; empty if nothing like the header is there. */
  public Optional<PrintedTable> read(Grid grid, boolean turned) {
    List<List<Anchors.Anchor>> rows = anchors.of(grid);
    int best = -1;
    double most = 0;
    for (int row = 0; row < rows.size(); row++) {
      double sum = rows.get(row).isEmpty() ? 0 : sum(band(rows, row));
      if (sum > most + 1e-9) {
        most = sum;
        best = row;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    return Optional.of(table(grid, turned, chosen(rows, best), most));
  }

  private static List<Anchors.Anchor> band(List<List<Anchors.Anchor>> rows, int from) {
    List<Anchors.Anchor> band = new ArrayList<>();
    rows.subList(from, Math.min(rows.size(), from + HIGHEST_HEADER)).forEach(band::addAll);
    return band;
  }

  private static double sum(List<Anchors.Anchor> band) {
    Map<Item, Double> best = new HashMap<>();
    band.forEach(anchor -> best.merge(anchor.item(), anchor.value(), Math::max));
    return best.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /**
   * Cells of the band that make up the header: exact labels, and what is much like one in a row
   * that holds an exact label or several others.
   */
  private static List<Cell> chosen(List<List<Anchors.Anchor>> rows, int from) {
    Set<Cell> cells = new LinkedHashSet<>();
    for (int row = from; row < Math.min(rows.size(), from + HIGHEST_HEADER); row++) {
      List<Anchors.Anchor> anchors = rows.get(row);
      long places = anchors.stream().map(Anchors.Anchor::cell).distinct().count();
      if (anchors.stream().anyMatch(Anchors.Anchor::exact) || places >= 2) {
        anchors.forEach(anchor -> cells.add(anchor.cell()));
      }
    }
    if (cells.isEmpty()) {
      rows.get(from).forEach(anchor -> cells.add(anchor.cell()));
    }
    return List.copyOf(cells);
  }

  private PrintedTable table(Grid grid, boolean turned, List<Cell> found, double weight) {
    int top = found.stream().mapToInt(Cell::row).min().orElse(0);
    int bottom = found.stream().mapToInt(Cell::bottom).max().orElse(top + 1);
    HeaderExtent extent = HeaderExtent.around(grid, found, top, bottom);
    List<PrintedLabel> labels = extent.labels(grid, turned);
    Optional<PrintedLabel> rowHeader = rowHeader(labels);
    List<PrintedLabel> columns = new ArrayList<>(labels);
    boolean isColumn = namesItsRows(layout);
    rowHeader.filter(header -> !isColumn).ifPresent(columns::remove);
    RowLabels rows =
        new RowLabels(grid, turned, extent, rowHeader, labels, !layout.rows().sections().isEmpty());
    long wanted = layout.columns().stream().filter(Item::required).count();
    double all = Math.max(1, wanted == 0 ? layout.columns().size() : wanted);
    return new PrintedTable(
        grid,
        turned,
        extent.top(),
        extent.bottom(),
        rows.end(),
        columns,
        rowHeader,
        rows.labels(),
        groups(grid, extent, labels),
        Math.min(1, weight / all));
  }

  private static List<Cell> groups(Grid grid, HeaderExtent extent, List<PrintedLabel> labels) {
    Set<Cell> leaves = new HashSet<>();
    labels.forEach(label -> leaves.add(label.cell()));
    List<Cell> groups = new ArrayList<>();
    for (int row = extent.top(); row < extent.bottom(); row++) {
      for (Cell cell : grid.row(row)) {
        if (!cell.isBlank()
            && !leaves.contains(cell)
            && cell.column() >= extent.left()
            && cell.column() < extent.right()) {
          groups.add(cell);
        }
      }
    }
    return groups;
  }

  /** The header of the label column: by its words, else the leftmost label that is no item. */
  private Optional<PrintedLabel> rowHeader(List<PrintedLabel> labels) {
    RowKey.Kind kind = layout.rows().kind();
    if (kind == RowKey.Kind.SINGLE || kind == RowKey.Kind.LINES) {
      return Optional.empty();
    }
    Optional<PrintedLabel> named =
        labels.stream().filter(label -> isRowHeader(label.cell().text())).findFirst();
    if (named.isPresent() || labels.isEmpty() || namesItsRows(layout)) {
      return named;
    }
    PrintedLabel first = labels.get(0);
    boolean isItem =
        layout.columns().stream()
            .flatMap(item -> item.labels().stream())
            .anyMatch(
                label -> Labels.withoutUnit(label).equals(Labels.withoutUnit(first.cell().text())));
    return isItem ? Optional.empty() : Optional.of(first);
  }

  /** Whether a column of the table says which measure a row is, as in a list to be filled in. */
  public static boolean namesItsRows(TableLayout layout) {
    return layout.columns().stream()
        .anyMatch(item -> item.use() == Item.Use.PART && item.name().equals("measure"));
  }

  /** A diagonal corner holds the word beside another one. */
  private boolean isRowHeader(String text) {
    String words = Labels.normalise(text);
    return layout.rows().labels().stream()
        .map(Labels::normalise)
        .anyMatch(
            wanted ->
                words.equals(wanted)
                    || (text.contains("\n")
                        && (words.endsWith(wanted) || words.startsWith(wanted))));
  }
}
