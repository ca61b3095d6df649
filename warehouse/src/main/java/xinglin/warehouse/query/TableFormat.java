package xinglin.warehouse.query;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Columns for a terminal, as wide as their texts, Chinese characters two places each.
 *
 * @param maxRows further rows are left out
 * @param more printed under the table if rows were left out, {@code {rows}} being how many are
 *     shown
 */
public record TableFormat(int maxRows, String more) implements ResultFormat {
  private static final int MAX_WIDTH = 60;

  /** One more than is shown, which tells that there are more. */
  @Override
  public OptionalLong mostRead() {
    return OptionalLong.of(maxRows + 1L);
  }

  @Override
  public void print(ResultRows rows, Appendable out) throws IOException, SQLException {
    List<String> names = rows.names();
    List<List<String>> lines = new ArrayList<>();
    boolean isCut = false;
    while (rows.next()) {
      if (lines.size() == maxRows) {
        isCut = true;
        break;
      }
      lines.add(line(rows.values(), rows.kinds()));
    }
    int[] widths = new int[names.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = DisplayWidth.of(names.get(i));
      for (List<String> line : lines) {
        widths[i] = Math.max(widths[i], DisplayWidth.of(line.get(i)));
      }
    }
    List<ResultRows.Kind> kinds = rows.kinds();
    append(out, names, widths, kinds);
    List<String> rule = new ArrayList<>();
    for (int width : widths) {
      rule.add("-".repeat(width));
    }
    append(out, rule, widths, kinds);
    for (List<String> line : lines) {
      append(out, line, widths, kinds);
    }
    if (isCut) {
      out.append(more.replace("{rows}", String.valueOf(lines.size()))).append('\n');
    }
  }

  private static List<String> line(List<Optional<String>> values, List<ResultRows.Kind> kinds) {
    List<String> line = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i).orElse("");
      boolean hasZeros =
          kinds.get(i) == ResultRows.Kind.NUMBER && value.matches("-?[0-9]+\\.[0-9]*0");
      line.add(hasZeros ? value.replaceFirst("\\.?0+$", "") : DisplayWidth.cut(value, MAX_WIDTH));
    }
    return line;
  }

  private static void append(
      Appendable out, List<String> cells, int[] widths, List<ResultRows.Kind> kinds)
      throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - DisplayWidth.of(cells.get(i)));
      boolean isNumber = kinds.get(i) == ResultRows.Kind.NUMBER;
      line.append(i > 0 ? "  " : "");
      line.append(isNumber ? padding + cells.get(i) : cells.get(i) + padding);
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }
}
