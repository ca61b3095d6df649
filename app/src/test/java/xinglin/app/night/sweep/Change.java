package xinglin.app.night.sweep;

import java.util.Map;
import java.util.TreeMap;

/**
 * One cell of an example file with another content.
 *
 * @param cell that is changed
 * @param to what it holds then
 * @param totals cells that have to follow, with what they hold then: the form's own sums
 */
record Change(ReadCell cell, String to, Map<String, String> totals) {

  Change {
    totals = Map.copyOf(totals);
  }

  /** All cells to write, by sheet and address. */
  Map<String, String> cells() {
    Map<String, String> cells = new TreeMap<>(totals);
    cells.put(cell.place(), to);
    return cells;
  }

  @Override
  public String toString() {
    return cell.file()
        + " "
        + cell.place()
        + " "
        + cell.columns()
        + ": "
        + cell.text()
        + " -> "
        + to;
  }
}
