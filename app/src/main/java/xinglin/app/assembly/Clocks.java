package xinglin.app.assembly;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * The clock of this process, in Shanghai time; {@code XINGLIN_NOW} stops it, for tests and
 * rehearsals.
 */
public final class Clocks {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private Clocks() {}

  /** Reads the environment; throws IllegalArgumentException if {@code XINGLIN_NOW} is no time. */
  public static Clock ofEnvironment() {
    String now = System.getenv("XINGLIN_NOW");
    return now == null || now.isBlank() ? Clock.system(ZONE) : fixed(now.strip());
  }

  /**
   * For a process that goes on for days: {@code XINGLIN_NOW} is only where its clock begins, and
   * time goes on from there.
   */
  public static Clock runningOfEnvironment() {
    Clock begin = ofEnvironment();
    Clock system = Clock.system(ZONE);
    return Clock.offset(system, Duration.between(system.instant(), begin.instant())).withZone(ZONE);
  }

  /**
   * A clock that stands at a time ({@code 2024-08-15T02:00:00+08:00}, without offset Shanghai time)
   * or at the start of a day.
   */
  public static Clock fixed(String now) {
    try {
      if (now.length() == 10) {
        return Clock.fixed(LocalDate.parse(now).atStartOfDay(ZONE).toInstant(), ZONE);
      }
      boolean offset = now.matches(".*(Z|[+-][0-9]{2}:[0-9]{2})");
      return Clock.fixed(
          offset
              ? OffsetDateTime.parse(now).toInstant()
              : LocalDateTime.parse(now).atZone(ZONE).toInstant(),
          ZONE);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("Cannot read XINGLIN_NOW: " + now, e);
    }
  }
}
