package xinglin.warehouse.judge;

import java.time.Instant;
import java.time.ZoneId;

/** Days as people in the campaigns count them. */
final class Days {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private Days() {}

  /** The day of an instant, for example {@code 2024-08-09}. */
  static String of(Instant instant) {
    return instant.atZone(ZONE).toLocalDate().toString();
  }
}
