package xinglin.warehouse.judge;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.warehouse.statement.SqlFile;
import xinglin.warehouse.statement.StreamedRows;

/**
 * Reads what the statement of {@code CUMULATIVE_DROP} objects to beside the submissions, both in
 * the order of judging: the rows of one submission are in memory at a time.
 */
final class CumulativeDrops implements AutoCloseable {
  private final Statement statement;
  private final Optional<Found> found;
  private boolean more;

  /** The check and its rows. */
  private record Found(SetCheck check, ResultSet rows) {}

  CumulativeDrops(Connection connection, JudgingRules rules) throws SQLException {
    this.statement = connection.createStatement();
    Optional<SetCheck> check = rules.find(CumulativeDrop.CODE);
    this.found = check.isPresent() ? Optional.of(ask(check.get())) : Optional.empty();
    next();
  }

  private Found ask(SetCheck check) throws SQLException {
    String ordered = SqlFile.read("checks/drops_in_order.sql").replace("{statement}", check.text());
    try {
      return new Found(check, statement.executeQuery(ordered));
    } catch (SQLException e) {
      throw SetChecks.orItsAuthors(e, check);
    }
  }

  private void next() throws SQLException {
    more = found.isPresent() && StreamedRows.next(found.get().rows());
  }

  /** What the next submission has less than earlier ones; they must be asked for in order. */
  List<CumulativeDrop> of(Member member) throws SQLException {
    List<CumulativeDrop> drops = new ArrayList<>();
    while (more && isAbout(member)) {
      ResultSet row = found.orElseThrow().rows();
      drops.add(
          new CumulativeDrop(
              row.getString("former_id"), SetChecks.issue(found.orElseThrow().check(), row)));
      next();
    }
    return drops;
  }

  private boolean isAbout(Member member) throws SQLException {
    return found.orElseThrow().rows().getString("submission_id").equals(member.submissionId());
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
