package xinglin.warehouse.judge;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import xinglin.schemas.definition.DefinitionException;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.finding.Issue;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.StoredRows;
import xinglin.warehouse.statement.StreamedRows;

/** Asks the checks that look at many submissions at once; each row they return is a finding. */
final class SetChecks {
  private SetChecks() {}

  static void run(DuckDb duckDb, JudgingRules rules, HistoryFindings history) throws SQLException {
    for (SetCheck check : rules.checks()) {
      // Told while slots are gone through: whether it rejects decides what the next is compared
      // with.
      if (check.code().equals(CumulativeDrop.CODE)) {
        continue;
      }
      try (StoredRows found = open(duckDb.connection(), check)) {
        ResultSet row = found.rows();
        while (StreamedRows.next(row)) {
          history.add(row.getString("submission_id"), issue(check, row));
        }
      }
    }
  }

  /** A statement that the database does not understand is a mistake of its author. */
  static StoredRows open(Connection connection, SetCheck check) throws SQLException {
    try {
      return StoredRows.of(connection, check.text(), List.of(), OptionalLong.empty());
    } catch (SQLException e) {
      throw orItsAuthors(e, check);
    }
  }

  /** The same failure, unless it is a mistake in the statement: that is thrown. */
  static SQLException orItsAuthors(SQLException e, SetCheck check) {
    if (StatementMistake.isOne(e)) {
      Problems problems = new Problems();
      problems.add(check.path(), StatementMistake.line(e), StatementMistake.text(e));
      throw new DefinitionException(problems.list());
    }
    return e;
  }

  static Issue issue(SetCheck check, ResultSet row) throws SQLException {
    Issue issue = Issue.of(check.code());
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String name = columns.getColumnName(i);
      String text = text(row.getObject(i));
      issue =
          switch (name) {
            case "submission_id", "former_id" -> issue;
            case "sheet" -> issue.at(text, issue.cell());
            case "cell" -> issue.at(issue.sheet(), text);
            case "measure_id" -> issue.about(text).with("label", text);
            case "verbatim" -> issue.sent(text);
            case "expected" -> issue.expecting(text);
            default -> issue.with(name, text);
          };
    }
    return issue;
  }

  /** Numbers without trailing zeros, times as the day in China. */
  private static String text(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    if (value instanceof OffsetDateTime time) {
      return Days.of(time.toInstant());
    }
    return Objects.toString(value, "");
  }
}
