package xinglin.jobs.mark.xlsx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import xinglin.jobs.mark.page.Mark;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.sheet.CellAddress;

/** What is to be coloured in one worksheet, and what an earlier answer coloured there. */
final class SheetMarks {
  /** A merged area wears its mark on every cell, up to this many. */
  private static final int LARGEST_AREA = 2_000;

  private final NavigableMap<Integer, NavigableMap<Integer, Severity>> cells = new TreeMap<>();
  private final List<Mark> marks;
  private final Map<CellAddress, Integer> former;

  /**
   * @param former style of cells before an earlier answer coloured them
   */
  SheetMarks(List<Mark> marks, Map<CellAddress, Integer> former) {
    this.marks = List.copyOf(marks);
    this.former = new HashMap<>(former);
    for (Mark mark : marks) {
      int columns = mark.spot().columns();
      int rows = (int) Math.min(mark.spot().rows(), Math.max(1, LARGEST_AREA / columns));
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < Math.min(columns, LARGEST_AREA); column++) {
          cells
              .computeIfAbsent(mark.spot().row() + row, none -> new TreeMap<>())
              .put(mark.spot().column() + column, mark.severity());
        }
      }
    }
  }

  List<Mark> marks() {
    return marks;
  }

  boolean isEmpty() {
    return marks.isEmpty() && former.isEmpty();
  }

  NavigableMap<Integer, NavigableMap<Integer, Severity>> cells() {
    return cells;
  }

  /** The style a cell had, or the other one if nobody knows. */
  int former(int row, int column, int otherwise) {
    return former.getOrDefault(new CellAddress(row, column), otherwise);
  }
}
