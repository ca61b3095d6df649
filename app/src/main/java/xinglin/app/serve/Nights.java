package xinglin.app.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import xinglin.app.assembly.LastNights;
import xinglin.routes.schedule.Schedule;
import xinglin.warehouse.ledger.Run;

/** When nights begin: on their schedule, made up once if one was missed, again if one failed. */
final class Nights {
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(2);

  private Nights() {}

  /**
   * When the first night begins after a start: at once if the last run was broken off or failed, or
   * if a time has passed since the last good one; a new home waits for its time.
   */
  static Instant first(Schedule nightly, LastNights nights, Instant now) {
    boolean unfinished = nights.latest().filter(run -> !run.state().equals("done")).isPresent();
    boolean missed =
        nights
            .lastPublished()
            .filter(run -> !nightly.next(run.startedAt()).isAfter(now))
            .isPresent();
    return unfinished || missed ? now : nightly.next(now);
  }

  /**
   * Whether somebody else has run the night that was due, while this process waited for its turn.
   */
  static boolean isDone(LastNights nights, Instant due) {
    Optional<Run> published = nights.lastPublished();
    return published.filter(run -> !run.startedAt().isBefore(due)).isPresent()
        && nights.latest().filter(run -> run.state().equals("done")).isPresent();
  }

  /**
   * How long to wait after a night failed.
   *
   * @param failures in a row, at least 1
   */
  static Duration pause(int failures) {
    Duration pause = FIRST_PAUSE;
    for (int i = 1; i < failures && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
