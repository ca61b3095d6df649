package xinglin.warehouse.judge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import xinglin.schemas.reading.Verdict;

/**
 * A submission as judging sees it.
 *
 * @param isNew whether this run brought it
 * @param fileVerdict by the file alone
 * @param verdict as judged so far; for a new one the same as fileVerdict
 * @param sameAs what it was found to repeat, empty if nothing
 * @param sheet where its form stands
 */
record Member(
    String slot,
    String submissionId,
    String deliveryId,
    boolean isNew,
    String sha256,
    String partnerId,
    String definitions,
    String sheet,
    String accumulation,
    Verdict fileVerdict,
    Verdict verdict,
    String sameAs,
    Instant receivedAt,
    LocalDate periodEnd) {

  static Member read(ResultSet row) throws SQLException {
    return new Member(
        row.getString("slot"),
        row.getString("submission_id"),
        row.getString("delivery_id"),
        row.getBoolean("is_new"),
        row.getString("sha256"),
        row.getString("partner_id"),
        row.getString("definitions"),
        row.getString("sheet"),
        row.getString("accumulation"),
        Verdict.of(row.getString("file_verdict")),
        Verdict.of(row.getString("verdict")),
        row.getString("same_as"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getObject("period_end", LocalDate.class));
  }

  /** The same bytes from the same partner under the same definitions, in another delivery. */
  boolean repeats(Member earlier) {
    return !deliveryId.equals(earlier.deliveryId)
        && sha256.equals(earlier.sha256)
        && partnerId.equals(earlier.partnerId)
        && definitions.equals(earlier.definitions);
  }
}
