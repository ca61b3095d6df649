package xinglin.app.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows under headings, aligned by the columns that characters take on a terminal: a Chinese one
 * takes two.
 */
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(List<String> headings) {
    rows.add(List.copyOf(headings));
  }

  public TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  public TextTable row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  /** Lines without line end. */
  public List<String> lines() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], width(row.get(column)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String cell = row.get(column);
        String gap = " ".repeat(widths[column] - width(cell));
        line.append(column == 0 ? "" : "  ").append(isNumber(cell) ? gap + cell : cell + gap);
      }
      lines.add(line.toString().stripTrailing());
      if (lines.size() == 1) {
        StringBuilder rule = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
          rule.append(column == 0 ? "" : "  ").append("─".repeat(widths[column]));
        }
        lines.add(rule.toString());
      }
    }
    return lines;
  }

  /** Columns on a terminal. */
  public static int width(String text) {
    return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
  }

  private static boolean isWide(int point) {
    return point >= 0x1100
        && (point <= 0x115F
            || (point >= 0x2E80 && point <= 0xA4CF)
            || (point >= 0xAC00 && point <= 0xD7A3)
            || (point >= 0xF900 && point <= 0xFAFF)
            || (point >= 0xFE30 && point <= 0xFE6F)
            || (point >= 0xFF00 && point <= 0xFF60)
            || (point >= 0xFFE0 && point <= 0xFFE6)
            || (point >= 0x20000 && point <= 0x3FFFD));
  }

  private static boolean isNumber(String cell) {
    return cell.matches("-?[0-9][0-9,]*(\\.[0-9]+)?( ?%)?");
  }
}
