package xinglin.schemas.drift.printed;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Grid;

/**
 * Where a table that no definition knows has its header: the first row that holds the most labels.
 */
public final class HeaderGuess {
  private static final int ROWS = 40;
  private static final int FEWEST = 3;

  private HeaderGuess() {}

  /** Header and row labels; the leftmost column is taken for the one that tells rows apart. */
  public static Optional<PrintedTable> read(Grid grid) {
    int best = -1;
    int most = FEWEST - 1;
    for (int row = 0; row < Math.min(grid.rowCount(), ROWS); row++) {
      int labels = labels(grid, row).size();
      if (labels > most) {
        most = labels;
        best = row;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    List<Cell> found = labels(grid, best);
    HeaderExtent extent =
        HeaderExtent.around(
            grid, found, best, found.stream().mapToInt(Cell::bottom).max().orElse(best + 1));
    List<PrintedLabel> labels = extent.labels(grid, false);
    Optional<PrintedLabel> first = labels.stream().findFirst();
    RowLabels rows = new RowLabels(grid, false, extent, first, labels, false);
    return Optional.of(
        new PrintedTable(
            grid,
            false,
            extent.top(),
            extent.bottom(),
            rows.end(),
            labels,
            first,
            rows.labels(),
            List.of(),
            0));
  }

  private static List<Cell> labels(Grid grid, int row) {
    return grid.row(row).stream()
        .filter(
            cell ->
                Anchors.isLabelLike(cell)
                    && !cell.text().contains("：")
                    && !cell.text().contains(":"))
        .toList();
  }
}
