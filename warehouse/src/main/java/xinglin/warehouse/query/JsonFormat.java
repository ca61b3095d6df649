package xinglin.warehouse.query;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** An array with one object a row, each on its own line; numbers with all their digits. */
public record JsonFormat() implements ResultFormat {

  @Override
  public void print(ResultRows rows, Appendable out) throws IOException, SQLException {
    List<String> names = rows.names();
    out.append('[');
    for (boolean first = true; rows.next(); first = false) {
      out.append(first ? "\n {" : ",\n {");
      List<Optional<String>> values = rows.values();
      for (int i = 0; i < values.size(); i++) {
        out.append(i > 0 ? ", " : "").append(text(names.get(i))).append(": ");
        ResultRows.Kind kind = rows.kinds().get(i);
        out.append(values.get(i).map(value -> value(kind, value)).orElse("null"));
      }
      out.append('}');
    }
    out.append("\n]\n");
  }

  private static String value(ResultRows.Kind kind, String value) {
    boolean isNumber =
        kind == ResultRows.Kind.NUMBER && !value.contains("N") && !value.contains("I");
    return isNumber || kind == ResultRows.Kind.BOOLEAN ? value : text(value);
  }

  private static String text(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ') {
            text.append("\\u00")
                .append(Character.forDigit(c >> 4, 16))
                .append(Character.forDigit(c & 15, 16));
          } else {
            text.append(c);
          }
        }
      }
    }
    return text.append('"').toString();
  }
}
