package xinglin.warehouse.judge;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a database says of a statement that it does not understand. */
final class StatementMistake {
  private static final Pattern LINE = Pattern.compile("(?m)^LINE (\\d+):");
  private static final Pattern KIND =
      Pattern.compile("^(Parser|Binder|Catalog|Conversion|Invalid Input) Error");

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

  /** The first line of what is said. */
  static String text(SQLException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
