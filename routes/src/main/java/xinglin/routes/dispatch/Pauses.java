package xinglin.routes.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.CRC32;

/**
 * When something that failed is tried again: after a minute, then after twice as long each time, up
 * to six hours; a fifth more or less, so that not all come at once. The same question has the same
 * answer.
 */
final class Pauses {
  static final Duration FIRST = Duration.ofMinutes(1);
  static final Duration LONGEST = Duration.ofHours(6);

  /** Whatever has waited so long is listed as stuck; it is tried once a day from then on. */
  static final Duration STUCK = Duration.ofDays(3);

  static final Duration WHEN_STUCK = Duration.ofDays(1);
  private static final int DITHER_PERCENT = 20;
  private static final int DOUBLINGS = 9;

  private Pauses() {}

  /**
   * @param id of what failed
   * @param failures in a row, this one counted
   */
  static Instant next(String id, int failures, Instant now) {
    int doublings = Math.min(DOUBLINGS, Math.max(0, failures - 1));
    Duration plain = FIRST.multipliedBy(1L << doublings);
    return now.plus(dithered(id + "|" + failures, plain.compareTo(LONGEST) > 0 ? LONGEST : plain));
  }

  /** The time of the next try of what is stuck. */
  static Instant whenStuck(String id, int failures, Instant now) {
    return now.plus(dithered(id + "|" + failures, WHEN_STUCK));
  }

  private static Duration dithered(String seed, Duration plain) {
    CRC32 sum = new CRC32();
    sum.update(seed.getBytes(StandardCharsets.UTF_8));
    long percent = 100 - DITHER_PERCENT + sum.getValue() % (2 * DITHER_PERCENT + 1);
    return Duration.ofMillis(plain.toMillis() * percent / 100);
  }
}
