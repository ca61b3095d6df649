package xinglin.warehouse.judge;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import xinglin.warehouse.statement.SqlFile;

/**
 * Reads cumulative counts beside the submissions, both in the order of judging: one submission's
 * counts are in memory at a time.
 */
final class CumulativeCounts implements AutoCloseable {
  private final Statement statement;
  private final ResultSet rows;
  private boolean more;

  CumulativeCounts(Connection connection) throws SQLException {
    this.statement = connection.createStatement();
    this.rows = statement.executeQuery(SqlFile.read("checks/cumulative_count.sql"));
    this.more = rows.next();
  }

  /** Counts of the next cumulative submission; submissions must be asked for in order. */
  Map<String, CumulativeCount> of(Member member) throws SQLException {
    Map<String, CumulativeCount> counts = new LinkedHashMap<>();
    while (more && rows.getString("submission_id").equals(member.submissionId())) {
      counts.put(
          rows.getString("counted"),
          new CumulativeCount(
              rows.getString("measure_id"),
              rows.getBigDecimal("value"),
              rows.getString("sheet"),
              rows.getString("cell")));
      more = rows.next();
    }
    return counts;
  }

  @Override
  public void close() throws SQLException {
    rows.close();
    statement.close();
  }
}
