package xinglin.app.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.LastNights;
import xinglin.routes.schedule.Schedule;
import xinglin.warehouse.ledger.Run;

/** When nights begin. */
final class NightsTest {
  private static final Schedule AT_TWO = Schedule.find("0 2 * * *").orElseThrow();

  private static Instant at(String time) {
    return Clocks.fixed(time).instant();
  }

  private static Run run(String start, String state, boolean published) {
    return new Run(
        start,
        at(start),
        state.equals("running") ? Optional.empty() : Optional.of(at(start).plusSeconds(60)),
        state,
        published ? Optional.of("published/x") : Optional.empty(),
        Optional.empty());
  }

  private static Instant first(String now, Run... runs) {
    return Nights.first(AT_TWO, new LastNights(List.of(runs)), at(now));
  }

  @Test
  void aNewHomeWaitsForItsTime() {
    assertEquals(at("2024-08-16T02:00:00"), first("2024-08-15T09:00:00"));
  }

  @Test
  void nothingWasMissed() {
    assertEquals(
        at("2024-08-16T02:00:00"),
        first("2024-08-15T09:00:00", run("2024-08-15T02:00:00", "done", true)));
  }

  @Test
  void aMissedNightIsMadeUpAtOnce() {
    assertEquals(
        at("2024-08-15T09:00:00"),
        first("2024-08-15T09:00:00", run("2024-08-12T02:00:00", "done", true)));
    assertEquals(
        at("2024-08-15T09:00:00"),
        first(
            "2024-08-15T09:00:00",
            run("2024-08-15T08:00:00", "done", false),
            run("2024-08-14T02:00:00", "done", true)),
        "a collect by itself is no night");
  }

  @Test
  void whatWasBrokenOffGoesOnAtOnce() {
    assertEquals(
        at("2024-08-15T09:00:00"),
        first("2024-08-15T09:00:00", run("2024-08-15T02:00:00", "running", false)));
    assertEquals(
        at("2024-08-15T09:00:00"),
        first(
            "2024-08-15T09:00:00",
            run("2024-08-15T02:05:00", "failed", false),
            run("2024-08-15T02:00:00", "done", true)));
  }

  @Test
  void aNightThatSomebodyElseHasRun() {
    Instant due = at("2024-08-15T02:00:00");
    assertTrue(
        Nights.isDone(new LastNights(List.of(run("2024-08-15T02:00:05", "done", true))), due));
    assertFalse(
        Nights.isDone(new LastNights(List.of(run("2024-08-15T01:59:55", "done", true))), due));
    assertFalse(
        Nights.isDone(
            new LastNights(
                List.of(
                    run("2024-08-15T02:01:05", "failed", false),
                    run("2024-08-15T02:00:05", "done", true))),
            due));
  }

  @Test
  void pausesGrow() {
    assertEquals(
        List.of(5L, 10L, 20L, 40L, 80L, 120L, 120L),
        IntStream.rangeClosed(1, 7)
            .mapToObj(failures -> Nights.pause(failures).toMinutes())
            .toList());
  }
}
