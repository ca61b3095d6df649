package xinglin.app.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xinglin.routes.schedule.Schedule;

final class TimetableTest {
  private static final Instant START = Instant.parse("2024-08-15T00:00:00Z");
  private final Timetable timetable = new Timetable();

  private static Schedule schedule(String text) {
    return Schedule.find(text).orElseThrow();
  }

  @Test
  void whatIsUnderWayIsNotDueAgain() {
    timetable.set(Map.of("a", schedule("every 10m"), "b", schedule("every 1m")), START, START);
    assertEquals(List.of("a", "b"), timetable.takeDue(START));
    assertEquals(List.of(), timetable.takeDue(START.plusSeconds(3600)));
    timetable.done("b", START.plusSeconds(3600));
    assertEquals(List.of(), timetable.takeDue(START.plusSeconds(3659)));
    assertEquals(List.of("b"), timetable.takeDue(START.plusSeconds(3660)));
  }

  @Test
  void timesThatPassedAreMadeUpOnce() {
    timetable.set(Map.of("a", schedule("*/10 * * * *")), START, START.plusSeconds(600));
    assertEquals(List.of("a"), timetable.takeDue(START.plusSeconds(86_400)));
    timetable.done("a", START.plusSeconds(86_401));
    assertEquals(List.of(), timetable.takeDue(START.plusSeconds(86_999)));
    assertEquals(List.of("a"), timetable.takeDue(START.plusSeconds(87_000)));
  }

  @Test
  void whatCouldNotBeDoneIsDueEarlier() {
    timetable.set(Map.of("a", schedule("every 10m")), START, START);
    timetable.takeDue(START);
    timetable.again("a", START, START.plusSeconds(15));
    assertEquals(Optional.of(START.plusSeconds(15)), timetable.next("a"));
    timetable.takeDue(START.plusSeconds(15));
    timetable.again("a", START, START.plusSeconds(9_999));
    assertEquals(Optional.of(START.plusSeconds(600)), timetable.next("a"));
  }

  @Test
  void changedSettings() {
    timetable.set(Map.of("a", schedule("every 10m"), "b", schedule("every 10m")), START, START);
    timetable.takeDue(START);
    timetable.done("a", START);
    timetable.done("b", START);
    Instant later = START.plusSeconds(60);
    timetable.set(
        Map.of("a", schedule("every 10m"), "c", schedule("every 1h"), "b", schedule("every 5m")),
        later,
        later);
    assertEquals(Optional.of(START.plusSeconds(600)), timetable.next("a"));
    assertEquals(Optional.of(START.plusSeconds(360)), timetable.next("b"));
    assertEquals(List.of("c"), timetable.takeDue(later));
    timetable.set(Map.of(), later, later);
    timetable.done("c", later);
    assertEquals(Optional.empty(), timetable.next("c"));
  }

  @Test
  void waitingForAllThatIsUnderWay() throws InterruptedException {
    timetable.set(Map.of("a", schedule("every 10m"), "b", schedule("every 10m")), START, START);
    assertTrue(timetable.awaitIdle(1));
    assertEquals(List.of("a", "b"), timetable.takeFree());
    assertEquals(List.of(), timetable.takeFree());
    timetable.done("a", START);
    assertFalse(timetable.awaitIdle(1));
    timetable.done("b", START);
    assertTrue(timetable.awaitIdle(1));
  }
}
