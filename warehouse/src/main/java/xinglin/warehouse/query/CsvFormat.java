package xinglin.warehouse.query;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * RFC 4180 with a header, lines ended by LF. A text that a spreadsheet would take for a formula
 * gets an apostrophe in front; everything else is exact.
 */
public record CsvFormat() implements ResultFormat {

  @Override
  public void print(ResultRows rows, Appendable out) throws IOException, SQLException {
    List<String> names = rows.names();
    for (int i = 0; i < names.size(); i++) {
      out.append(i > 0 ? "," : "").append(quoted(names.get(i)));
    }
    out.append('\n');
    while (rows.next()) {
      List<Optional<String>> values = rows.values();
      for (int i = 0; i < values.size(); i++) {
        String value = values.get(i).orElse("");
        boolean isText = rows.kinds().get(i) == ResultRows.Kind.TEXT;
        out.append(i > 0 ? "," : "").append(quoted(isText ? neutral(value) : value));
      }
      out.append('\n');
    }
  }

  static String neutral(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
