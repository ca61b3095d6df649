package xinglin.warehouse.publish;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
      if (hasEffect()) {
        AsOf without = new AsOf(Optional.empty(), false);
        without.shadow(connection);
        execute("create temp table report_without_waivers as " + AsOf.reports(connection));
        without.reveal(connection);
        source = "(" + SqlFile.read("waiver/effect.sql") + ")";
      }
      written.write(table, source);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot compute indicators without waivers", e);
    }
  }

  private boolean hasEffect() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select count(*) > 0 from submission_without_waivers")) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
