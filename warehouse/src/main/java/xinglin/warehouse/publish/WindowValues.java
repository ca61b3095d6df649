package xinglin.warehouse.publish;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.warehouse.sql.SqlModel;

/**
 * The values of the windows that are published, computed once: most of them are also the window
 * before another, and to plan the statements of all indicators takes longer than to run them.
 */
record WindowValues(Connection connection) {
  private static final Pattern REPORT =
      Pattern.compile("indicator_report\\((date '[0-9-]+'), (date '[0-9-]+')\\)");

  /** Which model asks for them. */
  static final String MART = "indicator";

  /** Computes what the mart will ask for; until they are dropped, macros read what was computed. */
  void keep(SqlModel mart) throws SQLException {
    boolean isFirst = true;
    for (String window : windows(mart)) {
      String[] days = window.split(", ");
      execute(
          (isFirst ? "create temp table window_value as " : "insert into window_value ")
              + "select "
              + days[0]
              + " as first_day, "
              + days[1]
              + " as last_day, * from indicator_values("
              + window
              + ")");
      isFirst = false;
    }
    if (!isFirst) {
      execute(
          "create temp macro indicator_values(window_start, window_end) as table"
              + " select * exclude (first_day, last_day) from window_value"
              + " where first_day = window_start and last_day = window_end");
    }
  }

  /** From now on macros compute again. */
  void drop() throws SQLException {
    execute("drop macro table if exists temp.indicator_values");
    execute("drop table if exists temp.window_value");
  }

  /** Each window that the mart reports, and the one before it. */
  private Set<String> windows(SqlModel mart) throws SQLException {
    Set<String> windows = new LinkedHashSet<>();
    for (Matcher report = REPORT.matcher(mart.text()); report.find(); ) {
      String start = report.group(1);
      windows.add(start + ", " + report.group(2));
      try (Statement statement = connection.createStatement();
          ResultSet before =
              statement.executeQuery(
                  "select window_before("
                      + start
                      + ", "
                      + report.group(2)
                      + "), "
                      + start
                      + " - 1")) {
        before.next();
        windows.add("date '" + before.getString(1) + "', date '" + before.getString(2) + "'");
      }
    }
    return windows;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
