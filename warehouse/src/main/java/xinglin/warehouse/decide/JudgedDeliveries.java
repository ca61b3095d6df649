package xinglin.warehouse.decide;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.value.Period;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.SqlFile;
import xinglin.warehouse.statement.StreamedRows;

/** Reads the judgements of a run, three ordered results side by side. */
final class JudgedDeliveries {
  private JudgedDeliveries() {}

  /** Hands over each delivery of the run, what was inside it behind it; returns how many. */
  static long each(DuckDb duckDb, Consumer<JudgedDelivery> consumer) throws SQLException {
    duckDb.run("checks/judged_tree.sql");
    DuckDBConnection main = (DuckDBConnection) duckDb.connection();
    long count = 0;
    try (Cursor deliveries = new Cursor(main.duplicate(), "checks/judged_deliveries.sql");
        Cursor submissions = new Cursor(main.duplicate(), "checks/judged_submissions.sql");
        Cursor findings = new Cursor(main.duplicate(), "checks/judged_findings.sql")) {
      for (; deliveries.more; deliveries.next()) {
        String id = deliveries.row.getString("delivery_id");
        List<JudgedSubmission> judged = new ArrayList<>();
        for (; submissions.at("delivery_id", id); submissions.next()) {
          String submissionId = submissions.row.getString("submission_id");
          List<Finding> found = new ArrayList<>();
          for (; findings.at("submission_id", submissionId); findings.next()) {
            found.add(finding(findings.row));
          }
          judged.add(submission(submissions.row, submissionId, found));
        }
        consumer.accept(
            new JudgedDelivery(
                id,
                deliveries.row.getString("root_id"),
                deliveries.row.getString("sha256"),
                deliveries.row.getString("outcome"),
                judged));
        count++;
      }
    }
    return count;
  }

  /** Outcome of earlier deliveries that were judged again. */
  static Map<String, String> again(DuckDb duckDb) throws SQLException {
    Map<String, String> outcomes = new LinkedHashMap<>();
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet row = statement.executeQuery(SqlFile.read("checks/judged_again.sql"))) {
      while (StreamedRows.next(row)) {
        outcomes.put(row.getString(1), row.getString(2));
      }
    }
    return outcomes;
  }

  private static JudgedSubmission submission(ResultSet row, String id, List<Finding> findings)
      throws SQLException {
    return new JudgedSubmission(
        id,
        text(row, "form_id"),
        text(row, "edition"),
        text(row, "reporter_code"),
        text(row, "reporter_name"),
        period(
            row.getObject("period_start", LocalDate.class),
            row.getObject("period_end", LocalDate.class)),
        Verdict.of(row.getString("verdict")),
        text(row, "same_as"),
        text(row, "repeated").map(Verdict::of),
        findings);
  }

  private static Optional<Period> period(@Nullable LocalDate start, @Nullable LocalDate end) {
    return start == null || end == null ? Optional.empty() : Optional.of(new Period(start, end));
  }

  private static Finding finding(ResultSet row) throws SQLException {
    return new Finding(
        row.getString("code"),
        Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
        text(row, "sheet").orElse(""),
        text(row, "cell").orElse(""),
        text(row, "measure_id").orElse(""),
        text(row, "message").orElse(""),
        text(row, "message_en").orElse(""),
        text(row, "verbatim").orElse(""),
        text(row, "expected").orElse(""),
        Map.of());
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  /** One result being walked through. */
  private static final class Cursor implements AutoCloseable {
    private final Connection connection;
    private final Statement statement;
    private final ResultSet row;
    private boolean more;

    Cursor(Connection connection, String sql) throws SQLException {
      this.connection = connection;
      this.statement = connection.createStatement();
      this.row = statement.executeQuery(SqlFile.read(sql));
      this.more = StreamedRows.next(row);
    }

    boolean at(String column, String value) throws SQLException {
      return more && value.equals(row.getString(column));
    }

    void next() throws SQLException {
      more = StreamedRows.next(row);
    }

    @Override
    public void close() throws SQLException {
      row.close();
      statement.close();
      connection.close();
    }
  }
}
