package xinglin.warehouse.judge;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a database says of a statement that it does not understand. */
final class StatementMistake {
  private static final Pattern LINE = Pattern.compile("(?m)^LINE (\\d+):");
  private static final Pattern KIND =
      Pattern.compile("(?m)^(?:Error: )?((?:Parser|Binder|Catalog|Conversion) Error: .*)$");

  private StatementMistake() {}

  /** Whether the statement is wrong, and not the disk or the memory at fault. */
  static boolean isOne(SQLException failure) {
    return KIND.matcher(String.valueOf(failure.getMessage())).find();
  }

  /** Line in the file, 0 if it is not told. */
  static int line(SQLException failure) {
    Matcher line = LINE.matcher(String.valueOf(failure.getMessage()));
    return line.find() ? Integer.parseInt(line.group(1)) : 0;
  }

  /** The line that says what is wrong. */
  static String text(SQLException failure) {
    Matcher said = KIND.matcher(String.valueOf(failure.getMessage()));
    return said.find() ? said.group(1) : "";
  }
}
