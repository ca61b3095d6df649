package xinglin.schemas.blank;

import java.util.ArrayList;
import java.util.List;
import xinglin.schemas.form.FormPrint;
import xinglin.schemas.form.Item;

/** Headers of a table with their groups above them. */
final class HeaderRows {
  private final List<List<String>> paths = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private final int depth;

  HeaderRows(List<Item> columns, FormPrint print) {
    this(columns, columns.stream().map(item -> broken(label(item, print))).toList(), print);
  }

  /**
   * @param printed header of each column
   */
  HeaderRows(List<Item> columns, List<String> printed, FormPrint print) {
    labels.addAll(printed);
    for (int column = 0; column < columns.size(); column++) {
      List<String> path = new ArrayList<>(columns.get(column).groups());
      for (FormPrint.Group group : print.groups()) {
        if (path.isEmpty()
            && column >= index(columns, group.from())
            && column <= index(columns, group.to())) {
          path.add(group.text());
        }
      }
      paths.add(path);
    }
    depth = 1 + paths.stream().mapToInt(List::size).max().orElse(0);
  }

  /** A unit in brackets stands on a line of its own. */
  private static String broken(String label) {
    int bracket = label.lastIndexOf('（');
    return bracket > 2 && label.endsWith("）") && !label.contains("\n")
        ? label.substring(0, bracket) + "\n" + label.substring(bracket)
        : label;
  }

  private static int index(List<Item> columns, String name) {
    for (int column = 0; column < columns.size(); column++) {
      if (columns.get(column).name().equals(name)) {
        return column;
      }
    }
    return -1;
  }

  /** Header as printed. */
  static String label(Item item, FormPrint print) {
    String label = item.labels().isEmpty() ? item.name() : item.labels().get(0);
    return print.headers().getOrDefault(item.name(), label);
  }

  int depth() {
    return depth;
  }

  String label(int column) {
    return labels.get(column);
  }

  /** The cells, the first of them in this column of the table. */
  List<Printed> cells(int first) {
    List<Printed> cells = new ArrayList<>();
    for (int level = 0; level < depth; level++) {
      for (int column = 0; column < paths.size(); ) {
        int end = column + 1;
        List<String> path = paths.get(column);
        if (level < path.size()) {
          while (end < paths.size() && sharesGroup(path, paths.get(end), level)) {
            end++;
          }
          cells.add(header(level, first + column, 1, end - column, path.get(level)));
        } else if (level == path.size()) {
          cells.add(header(level, first + column, depth - level, 1, labels.get(column)));
        }
        column = end;
      }
    }
    return cells;
  }

  private static boolean sharesGroup(List<String> path, List<String> other, int level) {
    return other.size() > level && other.subList(0, level + 1).equals(path.subList(0, level + 1));
  }

  private static Printed header(int row, int column, int rows, int columns, String text) {
    return new Printed(new Area(row, column, rows, columns), text, Printed.Look.HEADER);
  }
}
