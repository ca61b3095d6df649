package xinglin.warehouse.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;

class LedgerTest {
  private static final Instant NOON = Instant.parse("2024-08-09T04:00:00Z");
  @TempDir Path folder;
  private StateDatabase database;
  private Ledger ledger;

  @BeforeEach
  void open() {
    database = StateDatabase.open(Home.create(folder.resolve("home")));
    ledger = new Ledger(database);
  }

  private static List<Envelope> envelopes(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                Envelope.of(
                    Arrival.ofFile("county", "inbox", i + ".xlsx", NOON.minusSeconds(i)),
                    "%064x".formatted(i),
                    i))
        .toList();
  }

  private List<String> names(String runId, int offset, int limit) {
    return ledger.ofRun(runId, offset, limit).stream()
        .map(delivery -> delivery.envelope().arrival().fileName())
        .toList();
  }

  @Test
  void deliveriesAreBookedOnceAndJudgedInTheOrderOfReceipt() {
    assertEquals(3, ledger.receive(envelopes(3)));
    assertEquals(1, ledger.receive(envelopes(4)));
    assertEquals(4, ledger.claim("run1"));
    assertEquals(List.of("3.xlsx", "2.xlsx"), names("run1", 0, 2));
    assertEquals(List.of("1.xlsx", "0.xlsx"), names("run1", 2, 2));
    String id = ledger.ofRun("run1", 0, 1).get(0).envelope().deliveryId();
    ledger.settle(Map.of(id, "loaded"));
    assertEquals(List.of("3.xlsx", "2.xlsx"), names("run1", 0, 2));
    assertEquals(Optional.of("loaded"), ledger.findDelivery(id).orElseThrow().outcome());
    assertEquals(Map.of("claimed", 3L, "loaded", 1L), ledger.countOutcomes());
    assertEquals(List.of(new Partner("county", NOON.minusSeconds(3), NOON, 4)), ledger.partners());
  }

  @Test
  void aRunTakenUpAgainKeepsWhatItHasAndTheNextOneTakesWhatADeadOneLeft() {
    ledger.receive(envelopes(2));
    assertEquals(2, ledger.claim("run1"));
    ledger.receive(envelopes(3));
    assertEquals(2, ledger.claim("run1"));
    assertEquals(3, ledger.waiting());
    assertEquals(3, ledger.claim("run2"));
    assertEquals(0, ledger.countOfRun("run1"));
  }

  @Test
  void anAnswerMadeAgainIsTheSameAnswer() {
    Answer answer = new Answer("a1", "d1", "receipt", "outbox/d1.json", NOON);
    ledger.answer(List.of(answer, answer));
    assertEquals(List.of(answer), ledger.waitingAnswers(10));
    ledger.sent("a1", NOON);
    ledger.answer(List.of(answer));
    assertEquals(List.of(), ledger.waitingAnswers(10));
    assertEquals(Map.of("sent", 1L), ledger.countAnswers());
  }

  @Test
  void runsAndStepsAreRemembered() {
    ledger.startRun("run1", NOON);
    Step step = new Step("collect", NOON, NOON.plusSeconds(1), "{}");
    ledger.endStep("run1", step);
    ledger.endStep("run1", step);
    assertEquals(List.of(step), ledger.steps("run1"));
    ledger.endRun("run1", NOON.plusSeconds(2), true, Optional.of("published/run1"), "{}");
    assertEquals(
        List.of(
            new Run(
                "run1",
                NOON,
                Optional.of(NOON.plusSeconds(2)),
                "done",
                Optional.of("published/run1"),
                Optional.of("{}"))),
        ledger.latestRuns(5));
  }

  @Test
  void decisionsCannotBeChanged() throws SQLException {
    ledger.decide(NOON, "waive", "{}");
    assertEquals(List.of(new Decision(1, NOON, "waive", "{}")), ledger.decisions());
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      SQLException refused =
          assertThrows(
              SQLException.class, () -> statement.executeUpdate("update decision set body = ''"));
      assertTrue(refused.getMessage().contains("decisions are append-only"));
    }
  }

  @Test
  void onlyItsOwnerReadsTheDatabase() throws java.io.IOException {
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("home/state.db"))));
  }

  @Test
  void tenThousandDeliveriesAreOneTransaction() {
    assertEquals(10_000, ledger.receive(envelopes(10_000)));
    assertEquals(10_000, ledger.claim("run1"));
    assertEquals(200, ledger.ofRun("run1", 9_800, 200).size());
  }
}
