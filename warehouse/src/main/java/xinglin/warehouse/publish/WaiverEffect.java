package xinglin.warehouse.publish;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.table.TableDefinition;
import xinglin.warehouse.query.AsOf;
import xinglin.warehouse.statement.SqlFile;

/** Indicators with and without what was let through: computed twice where a waiver changes one. */
record WaiverEffect(Connection connection) {
  static final String TABLE = "indicator_without_waivers";

  void write(PublishedTables written, TableDefinition table) {
    try {
      String source = "work.lake." + TABLE;
      List<String> windows = windows();
      if (!windows.isEmpty()) {
        AsOf without = new AsOf(Optional.empty(), false);
        without.shadow(connection);
        execute(
            "create temp table value_without_waivers as " + String.join(" union all ", windows));
        without.reveal(connection);
        source = "(" + SqlFile.read("waiver/effect.sql") + ")";
      }
      written.write(table, source);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot compute indicators without waivers", e);
    }
  }

  /** The values of the windows that waivers can change. */
  private List<String> windows() throws SQLException {
    List<String> windows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SqlFile.read("waiver/windows.sql"))) {
      while (row.next()) {
        String first = "date '" + row.getString(1) + "'";
        String last = "date '" + row.getString(2) + "'";
        windows.add(
            "select "
                + first
                + " as window_start, "
                + last
                + " as window_end, * from indicator_values("
                + first
                + ", "
                + last
                + ")");
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
