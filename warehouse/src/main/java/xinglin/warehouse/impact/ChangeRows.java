package xinglin.warehouse.impact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.value.Period;

/** Puts rows of one submission each together. */
final class ChangeRows {
  private final Consumer<ChangedSubmission> consumer;
  private final List<ChangedFinding> findings = new ArrayList<>();
  private Optional<ChangedSubmission> current = Optional.empty();

  ChangeRows(Consumer<ChangedSubmission> consumer) {
    this.consumer = consumer;
  }

  void take(ResultSet row) throws SQLException {
    String id = row.getString("submission_id");
    if (current.map(known -> !known.submissionId().equals(id)).orElse(true)) {
      end();
      current = Optional.of(submission(row, id));
    }
    Optional<String> change = text(row, "change");
    if (change.isPresent()) {
      findings.add(
          new ChangedFinding(
              ChangedFinding.Change.valueOf(change.get().toUpperCase(Locale.ROOT)),
              row.getString("code"),
              row.getString("severity"),
              row.getString("sheet"),
              row.getString("cell"),
              text(row, "message").orElse(""),
              text(row, "message_en").orElse("")));
    }
  }

  /** Hands on the last submission. */
  void end() {
    current.ifPresent(
        known ->
            consumer.accept(
                new ChangedSubmission(
                    known.submissionId(),
                    known.formId(),
                    known.edition(),
                    known.reporterCode(),
                    known.reporterName(),
                    known.period(),
                    known.receivedAt(),
                    known.stands(),
                    known.before(),
                    known.after(),
                    known.countsBefore(),
                    known.countsAfter(),
                    findings)));
    findings.clear();
    current = Optional.empty();
  }

  private static ChangedSubmission submission(ResultSet row, String id) throws SQLException {
    return new ChangedSubmission(
        id,
        text(row, "form_id"),
        text(row, "edition"),
        text(row, "reporter_code"),
        text(row, "reporter_name"),
        period(
            row.getObject("period_start", LocalDate.class),
            row.getObject("period_end", LocalDate.class)),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("is_standing"),
        text(row, "verdict_before").map(Verdict::of),
        text(row, "verdict_after").map(Verdict::of),
        row.getBoolean("counts_before"),
        row.getBoolean("counts_after"),
        List.of());
  }

  private static Optional<Period> period(@Nullable LocalDate start, @Nullable LocalDate end) {
    return start == null || end == null ? Optional.empty() : Optional.of(new Period(start, end));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }
}
