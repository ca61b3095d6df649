package xinglin.app.night;

import java.util.ArrayList;
import java.util.List;

/** One line of expected-values.csv. */
record ExpectedValue(
    String file,
    String sheet,
    String row,
    String label,
    String value,
    String state,
    String qualifier,
    String note) {

  static List<ExpectedValue> list(List<String> lines) {
    List<ExpectedValue> values = new ArrayList<>();
    for (String line : lines) {
      List<String> cells = split(line);
      values.add(
          new ExpectedValue(
              cells.get(0),
              cells.get(1),
              cells.get(2),
              cells.get(3),
              cells.get(4),
              cells.get(6),
              cells.get(7),
              cells.get(9)));
    }
    return values;
  }

  boolean isDerived() {
    return note.startsWith("derived");
  }

  private static List<String> split(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char character : line.toCharArray()) {
      if (character == '"') {
        quoted = !quoted;
      } else if (character == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(character);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
