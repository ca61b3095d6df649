package xinglin.schemas.example;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Separated text as spreadsheet programs write it: quotes around what needs them. */
final class CsvText {
  private CsvText() {}

  /** Rows with the line on which each begins. */
  static final class Rows {
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    int size() {
      return rows.size();
    }

    List<String> get(int row) {
      return rows.get(row);
    }

    int line(int row) {
      return lines.get(row);
    }

    private void add(List<String> row, int line) {
      rows.add(List.copyOf(row));
      lines.add(line);
    }
  }

  static Rows read(String text) {
    Rows rows = new Rows();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    int line = 1;
    int began = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line += c == '\n' ? 1 : 0;
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == ',') {
        row.add(field.toString());
        field.setLength(0);
      } else if (!quoted && c == '\n') {
        row.add(field.toString());
        field.setLength(0);
        rows.add(row, began);
        row.clear();
        began = line;
      } else if (quoted || (c != '\r' && c != '\uFEFF')) {
        field.append(c);
      }
    }
    if (field.length() > 0 || !row.isEmpty()) {
      row.add(field.toString());
      rows.add(row, began);
    }
    return rows;
  }

  static String line(List<String> fields) {
    return fields.stream().map(CsvText::field).collect(Collectors.joining(",")) + "\n";
  }

  private static String field(String field) {
    return field.matches("(?s).*[\",\\r\\n].*") ? "\"" + field.replace("\"", "\"\"") + "\"" : field;
  }
}
