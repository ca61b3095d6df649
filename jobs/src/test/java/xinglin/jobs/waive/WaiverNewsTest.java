package xinglin.jobs.waive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a sender is told, night after night, of errors that pass and pass no longer. */
final class WaiverNewsTest {
  private static final Instant START = Instant.parse("2024-08-08T01:00:00Z");
  private static final String PLACE = "B8";
  private static final String OTHER = "C8";
  private final Map<String, Instant> told = new HashMap<>();
  private final List<Waiver> waivers = new ArrayList<>();

  private static Instant day(int days) {
    return START.plus(Duration.ofDays(days));
  }

  private void waive(String id, String cell, int day) {
    waivers.add(
        new Waiver(
            id,
            "d-0",
            "TOTAL_MISMATCH",
            Optional.of(new Waiver.Place("", cell)),
            "",
            "监督一科",
            LocalDate.parse("2024-12-31"),
            day(day),
            Optional.empty()));
  }

  private void withdraw(int index, int day) {
    Waiver waiver = waivers.get(index);
    waivers.set(index, waiver.withdrawn(new Waiver.Withdrawal(day(day), "监督一科", "")));
  }

  /** A publication that knows all waivers: the letter it leads to, and no second one. */
  private String night(int day, String verdict, String... errorsLeft) {
    boolean holds = waivers.stream().anyMatch(waiver -> waiver.withdrawal().isEmpty());
    Map<String, PublishedWaivers.Standing> standing = new HashMap<>();
    for (Waiver waiver : waivers) {
      boolean isWithdrawn = waiver.withdrawal().isPresent();
      standing.put(
          waiver.id(),
          new PublishedWaivers.Standing(
              isWithdrawn, !isWithdrawn, Optional.of(verdict).filter(v -> !v.isEmpty()), holds));
    }
    List<WaivableError> left = new ArrayList<>();
    for (String cell : errorsLeft) {
      left.add(new WaivableError("d-0", "TOTAL_MISMATCH", new Waiver.Place("", cell)));
    }
    PublishedWaivers published = new PublishedWaivers(standing, left);
    Optional<WaiverNews> news = news(day, published);
    news.ifPresent(one -> told.put(one.id(), day(day)));
    assertEquals(Optional.empty(), news(day, published), "told twice");
    return news.map(one -> one.id() + " " + one.waivers().size() + " " + one.left()).orElse("");
  }

  private Optional<WaiverNews> news(int day, PublishedWaivers published) {
    return WaiverNews.of(
        waivers, published, id -> Optional.ofNullable(told.get(id)), day(day - 14));
  }

  @Test
  void whatCountedEnds() {
    waive("w1", PLACE, 0);
    assertEquals("waiver.w1.d-0 1 0", night(1, "accepted_with_warnings"));
    withdraw(0, 2);
    assertEquals("waiver.w1.d-0.ended 1 1", night(3, "rejected", PLACE));
  }

  @Test
  void whatNeverCountedDoesNotStopCounting() {
    waive("w1", PLACE, 0);
    assertEquals("waiver.w1.d-0.partly 1 1", night(1, "rejected", OTHER));
    withdraw(0, 2);
    assertEquals("waiver.w1.d-0.lapsed 1 2", night(3, "rejected", PLACE, OTHER));
  }

  @Test
  void anotherWaiverStillPassesTheError() {
    waive("w1", PLACE, 0);
    assertEquals("waiver.w1.d-0 1 0", night(1, "accepted_with_warnings"));
    waive("w2", PLACE, 2);
    assertEquals("waiver.w2.d-0 2 0", night(3, "accepted_with_warnings"));
    withdraw(0, 4);
    assertEquals("", night(5, "accepted_with_warnings"));
    withdraw(1, 6);
    assertEquals("waiver.w2.d-0.ended 2 1", night(7, "rejected", PLACE));
  }

  @Test
  void oneLetterForAllWaiversOfASubmission() {
    waive("w1", PLACE, 0);
    waive("w2", OTHER, 0);
    assertEquals("waiver.w2.d-0 2 0", night(1, "accepted_with_warnings"));
    withdraw(0, 2);
    withdraw(1, 2);
    assertEquals("waiver.w2.d-0.ended 2 2", night(3, "rejected", PLACE, OTHER));
  }

  @Test
  void aPublicationFromBeforeTheDecisionSaysNothing() {
    waive("w1", PLACE, 0);
    PublishedWaivers before = new PublishedWaivers(Map.of(), List.of());
    assertEquals(Optional.empty(), news(1, before));
  }

  @Test
  void ofAReplacedSubmissionNothingIsSaid() {
    waive("w1", PLACE, 0);
    assertEquals("", night(1, ""));
  }
}
