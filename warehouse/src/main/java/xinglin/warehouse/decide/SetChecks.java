package xinglin.warehouse.decide;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import xinglin.schemas.finding.Issue;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.SqlFile;
import xinglin.warehouse.statement.StreamedRows;

/** Checks on history that only warn: asked once for all judged submissions. */
final class SetChecks {
  private SetChecks() {}

  static void run(DuckDb duckDb, HistoryFindings history) throws SQLException {
    each(duckDb, "checks/vanished_line.sql", row -> history.add(row.getString(1), vanished(row)));
    each(duckDb, "checks/outlier.sql", row -> history.add(row.getString(1), outlier(row)));
  }

  private interface RowConsumer {
    void accept(ResultSet row) throws SQLException;
  }

  private static void each(DuckDb duckDb, String sql, RowConsumer consumer) throws SQLException {
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet row = statement.executeQuery(SqlFile.read(sql))) {
      while (StreamedRows.next(row)) {
        consumer.accept(row);
      }
    }
  }

  private static Issue vanished(ResultSet row) throws SQLException {
    return Issue.of("VANISHED_LINE")
        .at(row.getString("sheet"), "")
        .with("key", row.getString("line_key"))
        .with("received", Days.of(row.getObject("received_at", OffsetDateTime.class).toInstant()));
  }

  private static Issue outlier(ResultSet row) throws SQLException {
    return Issue.of("OUTLIER")
        .at(row.getString("sheet"), row.getString("cell"))
        .about(row.getString("measure_id"))
        .sent(row.getString("verbatim"))
        .with("label", row.getString("measure_id"))
        .with("compared", "本单位以往各期")
        .with("compared_en", "its own earlier periods")
        .with("low", row.getBigDecimal("smallest").stripTrailingZeros().toPlainString())
        .with("high", row.getBigDecimal("largest").stripTrailingZeros().toPlainString());
  }
}
