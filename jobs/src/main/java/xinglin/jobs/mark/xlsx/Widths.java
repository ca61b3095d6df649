package xinglin.jobs.mark.xlsx;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import xinglin.jobs.mark.part.Tag;

/**
 * Widths of columns and heights of rows, as far as boxes of comments need them: a box should be
 * readable whether it lies over narrow or wide columns.
 */
final class Widths {
  private static final int MOST_ROWS = 5_000;
  private static final double BOX_CHARACTERS = 38;
  private static final double LINE_POINTS = 15;

  private final TreeMap<Integer, double[]> columns = new TreeMap<>();
  private final Map<Integer, Double> rows = new HashMap<>();
  private double column = 8.43;
  private double row = 15;

  void defaults(Tag tag) {
    column = number(tag, "defaultColWidth", number(tag, "baseColWidth", column));
    row = number(tag, "defaultRowHeight", row);
  }

  void columns(int first, int last, Tag tag) {
    double width = tag.flag("hidden") ? 0 : number(tag, "width", column);
    columns.put(first, new double[] {last, width});
  }

  void row(int index, Tag tag) {
    if (rows.size() < MOST_ROWS && (tag.find("ht").isPresent() || tag.flag("hidden"))) {
      rows.put(index, tag.flag("hidden") ? 0 : number(tag, "ht", row));
    }
  }

  private static double number(Tag tag, String attribute, double otherwise) {
    try {
      String value = tag.text(attribute);
      return value.isEmpty() ? otherwise : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** First column behind a box of comment text that begins at this one. */
  int right(int from) {
    double characters = 0;
    int at = from;
    while (characters < BOX_CHARACTERS && at < from + 40 && at < 16_383) {
      Map.Entry<Integer, double[]> entry = columns.floorEntry(at);
      boolean within = entry != null && entry.getValue()[0] >= at;
      characters += within && entry != null ? entry.getValue()[1] : column;
      at++;
    }
    return at;
  }

  /** First row below a box that shows so many lines. */
  int bottom(int from, int lines) {
    double points = 0;
    int at = from;
    while (points < lines * LINE_POINTS && at < from + 200 && at < 1_048_575) {
      points += rows.getOrDefault(at, row);
      at++;
    }
    return at;
  }
}
