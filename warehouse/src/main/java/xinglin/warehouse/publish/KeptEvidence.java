package xinglin.warehouse.publish;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import xinglin.warehouse.sql.Layer;
import xinglin.warehouse.sql.SqlModel;

/**
 * The rows behind indicators and assessments, computed once while a file is made. Everything else
 * asks for them through two macros that put together some fifty statements, and to plan those takes
 * longer than to run them: a macro is planned where it is called, and once more for each macro that
 * calls it, when that is created. Most windows are asked for twice, as the one before another.
 */
record KeptEvidence(Connection connection, List<SqlModel> models) {
  private static final String OF_ASSESSMENTS = "assessment_evidence";

  /** Windows that documents print figures for; their first day is that of macro printed_from. */
  private static final String PRINTED =
      "select distinct if(period_start = last_day(period_start) and period_end ="
          + " last_day(period_end), cast(period_start + 1 as date), period_start), period_end"
          + " from work.lake.stated_figure"
          + " where role = 'published' and value is not null and period_start < period_end"
          + " and measure_id in (select printed_measure from work.lake.indicator_definition)"
          + " order by all";

  private static final Pattern REPORT =
      Pattern.compile("indicator_report\\((date '[0-9-]+'), (date '[0-9-]+')\\)");

  /** Once a macro is there: what models will ask it for is computed and read from then on. */
  void keep(SqlModel macro) throws SQLException {
    if (macro.name().equals(EvidenceShape.TOGETHER)) {
      keepWindows();
    } else if (macro.name().equals(OF_ASSESSMENTS)) {
      execute("create temp table kept_assessment as from assessment_evidence()");
      execute("create temp macro assessment_evidence() as table from kept_assessment");
    }
  }

  /** From here on macros compute again. */
  void drop() throws SQLException {
    for (String macro : List.of(EvidenceShape.TOGETHER, OF_ASSESSMENTS)) {
      execute("drop macro table if exists temp." + macro);
    }
    execute("drop table if exists temp.kept_window");
    execute("drop table if exists temp.kept_assessment");
  }

  private void keepWindows() throws SQLException {
    String into = "create temp table kept_window as ";
    for (Window window : windows()) {
      execute(
          into
              + ("select {first} as first_day, {last} as last_day, *"
                      + " from indicator_evidence({first}, {last})")
                  .replace("{first}", window.first())
                  .replace("{last}", window.last()));
      into = "insert into kept_window ";
    }
    execute(
        "create temp macro indicator_evidence(window_start, window_end) as table"
            + " select * exclude (first_day, last_day) from kept_window"
            + " where first_day = window_start and last_day = window_end");
  }

  private record Window(String first, String last) {}

  /** Each window that the mart reports, and the one before it. */
  private Set<Window> windows() throws SQLException {
    List<Window> reported = new ArrayList<>();
    for (SqlModel model : models) {
      if (model.layer() == Layer.MARTS) {
        REPORT
            .matcher(model.text())
            .results()
            .forEach(report -> reported.add(new Window(report.group(1), report.group(2))));
      }
    }
    Set<Window> windows = new LinkedHashSet<>();
    for (Window window : reported) {
      windows.add(before(window));
      windows.add(window);
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(PRINTED)) {
      while (row.next()) {
        windows.add(
            new Window("date '" + row.getString(1) + "'", "date '" + row.getString(2) + "'"));
      }
    }
    return windows;
  }

  private Window before(Window window) throws SQLException {
    String days =
        "select window_before(" + window.first() + ", " + window.last() + "), " + window.first();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(days + " - 1")) {
      row.next();
      return new Window("date '" + row.getString(1) + "'", "date '" + row.getString(2) + "'");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
