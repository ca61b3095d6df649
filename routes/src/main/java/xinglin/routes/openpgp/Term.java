package xinglin.routes.openpgp;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The days within which a key counts, by agreement; both included.
 *
 * @param until empty while no end is agreed
 */
public record Term(LocalDate from, Optional<LocalDate> until) {
  /** How long after its end a key still vouches for what was signed within its term. */
  static final int GRACE_DAYS = 31;

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Whether the instant lies within it. */
  boolean covers(Instant at) {
    LocalDate day = day(at);
    return !day.isBefore(from) && (until.isEmpty() || !day.isAfter(until.get()));
  }

  /** Whether something signed within it still counts if it comes then. */
  boolean countsAt(Instant received) {
    return until.isEmpty() || !day(received).isAfter(until.get().plusDays(GRACE_DAYS));
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }

  /** For sentences. */
  String text() {
    return from + " – " + until.map(LocalDate::toString).orElse("");
  }
}
