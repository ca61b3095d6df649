package xinglin.warehouse.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The published tables as they were known at the end of a day (Asia/Shanghai): temporary views over
 * schema {@code history} that hide the current tables. Macros read through them, so indicators are
 * computed from what was known then, and open windows end on that day.
 */
public record AsOf(LocalDate date) {

  void shadow(Connection connection) throws SQLException {
    String end = "timestamptz '" + date.plusDays(1) + " 00:00:00+08'";
    Map<String, List<String>> columns = historyColumns(connection);
    for (Map.Entry<String, List<String>> table : columns.entrySet()) {
      execute(
          connection,
          "create temp view "
              + table.getKey()
              + " as select "
              + String.join(", ", table.getValue())
              + " from history."
              + table.getKey()
              + " where known_from < "
              + end
              + " and (known_to is null or known_to >= "
              + end
              + ")");
    }
    execute(
        connection,
        "create temp view delivery as select * from main.delivery where received_at < " + end);
    execute(connection, "create temp macro published_on() as date '" + date + "'");
  }

  /**
   * For the windows that are published. Apart and only once, as it takes longer than all the rest.
   */
  void shadowIndicators(Connection connection) throws SQLException {
    List<String> windows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select distinct window_start, window_end from main.indicator order by all")) {
      while (rows.next()) {
        windows.add(
            "select * from indicator_report(date '"
                + rows.getString(1)
                + "', date '"
                + rows.getString(2)
                + "')");
      }
    }
    if (!windows.isEmpty()) {
      execute(
          connection,
          "create or replace temp table indicator as " + String.join(" union all ", windows));
    }
  }

  private static Map<String, List<String>> historyColumns(Connection connection)
      throws SQLException {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select table_name, column_name from duckdb_columns() where schema_name = 'history'"
                    + " and column_name not in ('known_from', 'known_to') order by table_name,"
                    + " column_index")) {
      while (rows.next()) {
        columns
            .computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
            .add(rows.getString(2));
      }
    }
    return columns;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
