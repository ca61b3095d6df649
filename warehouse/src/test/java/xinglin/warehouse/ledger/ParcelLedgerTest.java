package xinglin.warehouse.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.statement.SqlFile;

/** Parcels from the answer in the outbox to the confirmed send. */
class ParcelLedgerTest {
  private static final Instant NOON = Instant.parse("2024-08-09T04:00:00Z");
  private static final String MAIL = "office/smtp";
  @TempDir Path folder;
  private Ledger ledger;
  private ParcelLedger parcels;

  @BeforeEach
  void open() {
    StateDatabase database = StateDatabase.open(Home.create(folder.resolve("home")));
    ledger = new Ledger(database);
    parcels = new ParcelLedger(database);
  }

  private static Answer answer(String delivery, String kind) {
    return new Answer(delivery + kind, delivery, kind, "outbox/p/" + delivery + kind, NOON);
  }

  private static Parcel parcel(String delivery) {
    return Parcel.waiting(
        delivery + ".answer",
        delivery,
        "p",
        Parcel.Way.MAIL,
        MAIL,
        "county@example.cn",
        Optional.of("<" + delivery + ".answer@example.cn>"),
        new Parcel.Prepared("outbox/p/" + delivery + ".eml", "ab", 10),
        NOON);
  }

  private List<String> due(Instant at) {
    return parcels.due(MAIL, at, 10).stream().map(Parcel::deliveryId).toList();
  }

  @Test
  void aParcelIsMadeOnceOfAllThatAnswersADelivery() {
    Answer receipt = answer("d1", "receipt");
    Answer marked = answer("d1", "marked_copy");
    ledger.answer(List.of(marked, receipt, answer("d2", "receipt")));
    assertEquals(List.of("d1", "d2"), parcels.loose(10));
    assertEquals(List.of(receipt, marked), parcels.contents("d1"));
    parcels.add(List.of(parcel("d1")));
    parcels.add(List.of(parcel("d1")));
    assertEquals(List.of("d2"), parcels.loose(10));
    ledger.answer(List.of(receipt, marked));
    assertEquals(List.of("d2"), parcels.loose(10));
    assertEquals(Map.of(MAIL, 1L), parcels.due(NOON));
    assertEquals(Optional.of(parcel("d1")), parcels.find("d1.answer"));
  }

  @Test
  void whatIsConfirmedIsNeverDueAgain() {
    ledger.answer(List.of(answer("d1", "receipt"), answer("d1", "marked_copy")));
    parcels.add(List.of(parcel("d1")));
    parcels.sent(parcel("d1"), NOON.plusSeconds(1));
    assertEquals(List.of(), due(NOON.plus(Duration.ofDays(30))));
    assertEquals(Map.of("sent", 1L), parcels.count());
    assertEquals(Map.of("sent", 2L), ledger.countAnswers());
    parcels.add(List.of(parcel("d1")));
    parcels.retry(NOON);
    assertEquals(List.of(), due(NOON.plus(Duration.ofDays(30))));
    assertEquals(
        Optional.of(NOON.plusSeconds(1)), parcels.find("d1.answer").orElseThrow().sentAt());
  }

  @Test
  void aChannelThatFailsMakesAllItsParcelsWait() {
    parcels.add(List.of(parcel("d1"), parcel("d2")));
    Instant later = NOON.plusSeconds(60);
    parcels.channelFailed(MAIL, later, NOON.minusSeconds(1), "UNREACHABLE", "[\"a\",\"b\"]");
    assertEquals(1, parcels.failures(MAIL));
    assertEquals(Map.of(), parcels.due(later.minusMillis(1)));
    assertEquals(Map.of(MAIL, 2L), parcels.due(later));
    parcels.add(List.of(parcel("d3")));
    assertEquals(Map.of(), parcels.due(NOON));
    parcels.channelFailed(MAIL, later, later, "UNREACHABLE", "[\"a\",\"b\"]");
    assertEquals(2, parcels.failures(MAIL));
    assertEquals(
        List.of(
            new OpenParcels(
                Parcel.State.STUCK,
                MAIL,
                Optional.of("UNREACHABLE"),
                "[\"a\",\"b\"]",
                3,
                NOON,
                Optional.of(later),
                "p",
                "county@example.cn",
                "d1.answer")),
        parcels.open(10));
    parcels.channelWorks(MAIL);
    assertEquals(0, parcels.failures(MAIL));
    assertEquals(List.of("d1", "d2", "d3"), due(later));
  }

  @Test
  void whatIsRefusedWaitsForSomebodyAndWhatIsKeptLooksAgain() {
    ledger.answer(List.of(answer("d2", "receipt")));
    parcels.add(List.of(parcel("d1"), Parcel.kept("d2.answer", "d2", "p", "NO_WAY", NOON)));
    parcels.failed(
        parcel("d1"), Parcel.State.STUCK, Optional.empty(), "MAIL_REFUSED", "[\"x\",\"550 no\"]");
    assertEquals(Map.of("kept", 1L, "stuck", 1L), parcels.count());
    assertEquals(List.of(), due(NOON.plus(Duration.ofDays(30))));
    assertEquals(List.of(), parcels.loose(10));
    assertEquals(2, parcels.retry(NOON));
    assertEquals(List.of("d1"), due(NOON));
    assertEquals(List.of("d2"), parcels.loose(10));
    assertEquals(1, parcels.find("d1.answer").orElseThrow().attempts());
  }

  @Test
  void answersOfAnOlderHomeAreNotSentLate() throws SQLException {
    Home home = Home.create(folder.resolve("older"));
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.stateDatabase());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(SqlFile.read("ledger/schema.sql"));
      statement.executeUpdate(SqlFile.read("ledger/schema_2.sql"));
      statement.executeUpdate(
          "insert into outbox values ('a', 'd1', 'receipt', 'x', 'waiting', 1, null)");
    }
    StateDatabase upgraded = StateDatabase.open(home);
    ParcelLedger known = new ParcelLedger(upgraded);
    assertEquals(List.of(), known.loose(10));
    assertEquals(Map.of("kept", 1L), known.count());
    assertEquals(0, known.retry(NOON));
    assertEquals(Map.of("kept", 1L), known.count());
  }
}
