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
import java.util.Optional;

/**
 * The published tables as they were known at the end of a day (Asia/Shanghai), or as they would be
 * without waivers, or both: temporary views over schema {@code history} that hide the current
 * tables. Macros read through them, so indicators are computed from what was known then, and open
 * windows end on that day.
 *
 * @param day what is published now if there is none
 * @param waivers whether rejected submissions that were let through count
 */
public record AsOf(Optional<LocalDate> day, boolean waivers) {
  private static final String WITHOUT = "main.submission_without_waivers";

  /**
   * Made of what is shown, since it is two reports that decide it; each after what it is made of.
   */
  private static final List<String> DECIDED_BY_TWO =
      List.of("figure_outweighed", "figure_beside", "register_beside");

  public AsOf(LocalDate day) {
    this(Optional.of(day), true);
  }

  /** Hides the current tables. */
  public void shadow(Connection connection) throws SQLException {
    for (Map.Entry<String, List<String>> table : columns(connection, "history").entrySet()) {
      List<String> columns = table.getValue();
      columns.removeAll(List.of("known_from", "known_to"));
      execute(
          connection,
          "create or replace temp view " + table.getKey() + " as " + rows(table.getKey(), columns));
    }
    if (day.isPresent()) {
      String end = end(day.get());
      String database = database(connection);
      execute(
          connection,
          "create temp view delivery as select * from "
              + database
              + ".main.delivery where received_at < "
              + end);
      execute(connection, "create temp macro published_on() as date '" + day.get() + "'");
      decisions(connection, database, end);
    }
    Map<String, List<String>> tables = columns(connection, "main");
    if (tables.containsKey("figure_beside") && !tables.containsKey("figure_outweighed")) {
      // A release from before the choice was made for each stretch of days.
      execute(connection, "create or replace temp table figure_beside as from figures_beside()");
    }
    for (String table : DECIDED_BY_TWO) {
      if (tables.containsKey("figure_outweighed")) {
        execute(
            connection,
            "create or replace temp table "
                + table
                + " as "
                + FileStatements.text(connection, "marts/" + table + ".sql"));
      }
    }
  }

  /** Shows the current tables again. */
  public void reveal(Connection connection) throws SQLException {
    for (String table : columns(connection, "history").keySet()) {
      execute(connection, "drop view if exists temp." + table);
    }
    for (String table : DECIDED_BY_TWO) {
      execute(connection, "drop table if exists temp." + table);
    }
  }

  /** What was let through and published by then. */
  private static void decisions(Connection connection, String database, String end)
      throws SQLException {
    Map<String, List<String>> tables = columns(connection, "main");
    List<String> columns = tables.getOrDefault("waiver", List.of());
    if (columns.contains("withdrawn_at")) {
      execute(
          connection,
          "create temp view waiver as select * replace (if(withdrawn_at < "
              + end
              + ", withdrawn_at, null) as withdrawn_at, if(withdrawn_at < "
              + end
              + ", withdrawn_by, null) as withdrawn_by) from "
              + database
              + ".main.waiver where decided_at < "
              + end);
    }
    execute(
        connection,
        "create temp view release as select * from "
            + database
            + ".main.release where released_at < "
            + end);
    if (tables.containsKey("indicator_change")) {
      execute(
          connection,
          "create temp view indicator_change as select * from "
              + database
              + ".main.indicator_change where published_at < "
              + end);
      execute(
          connection,
          "create temp view indicator_revision as "
              + FileStatements.text(connection, "revision/revision.sql"));
    }
  }

  /** Of the file; schema {@code main} alone would be that of the temporary views. */
  private static String database(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_database()")) {
      row.next();
      return '"' + row.getString(1).replace("\"", "\"\"") + '"';
    }
  }

  private String rows(String table, List<String> columns) {
    String list = String.join(", ", columns);
    String all = "select " + list + " from history." + table;
    if (waivers || !columns.contains("submission_id") || !columns.contains("ordinal")) {
      return all + " where " + known();
    }
    // In slots that a waiver changes, what would hold without it; each row once, as it was at
    // first.
    String key =
        columns.contains("judged_in")
            ? "submission_id, ordinal, judged_in"
            : "submission_id, ordinal";
    String counts = List.of("submission", "finding").contains(table) ? "" : " and counts";
    return all
        + " where "
        + known()
        + " and submission_id not in (select submission_id from "
        + WITHOUT
        + ") union all "
        + all
        + " where submission_id in (select submission_id from "
        + WITHOUT
        + " where "
        + known()
        + counts
        + ") qualify row_number() over (partition by "
        + key
        + " order by known_from) = 1";
  }

  private String known() {
    return day.map(AsOf::end)
        .map(end -> "known_from < " + end + " and (known_to is null or known_to >= " + end + ")")
        .orElse("known_to is null");
  }

  private static String end(LocalDate day) {
    return "timestamptz '" + day.plusDays(1) + " 00:00:00+08'";
  }

  /**
   * For the windows that are published. Apart and only once, as it takes longer than all the rest.
   */
  void shadowIndicators(Connection connection) throws SQLException {
    shadowAssessments(connection);
    String reports = reports(connection);
    if (!reports.isEmpty()) {
      execute(connection, "create or replace temp table indicator as " + reports);
      if (columns(connection, "main").containsKey("reconciliation")) {
        execute(connection, "create or replace temp table reconciliation as from reconciled()");
      }
    }
  }

  /** Assessments, before the indicators that are made of them. */
  void shadowAssessments(Connection connection) throws SQLException {
    if (columns(connection, "main").containsKey("town_assessment")) {
      execute(
          connection,
          "create or replace temp table town_assessment as from assessed_item();"
              + " create or replace temp table town_assessment_evidence as from assessed_evidence();"
              + " create or replace temp table town_ranking as from assessed_rank()");
    }
  }

  /** A question for the indicators of all published windows; empty if there is none. */
  public static String reports(Connection connection) throws SQLException {
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
    return String.join(" union all ", windows);
  }

  private static Map<String, List<String>> columns(Connection connection, String schema)
      throws SQLException {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select table_name, column_name from duckdb_columns() where schema_name = '"
                    + schema
                    + "' and database_name = current_database() order by table_name,"
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
