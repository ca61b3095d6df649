package xinglin.jobs.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.parcel.AnswerWay;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.finding.Language;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Parcel;
import xinglin.warehouse.ledger.ParcelLedger;
import xinglin.warehouse.ledger.StateDatabase;

/** What waits in the outbox around 2024-08-09 while the folder of a county cannot be reached. */
final class RemindingTest {
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());
  private static final String HEAD =
      "campaign_id\tcampaign_title\tform_id\tform_title\tdocument_kind\tdivision_code\tdivision_name"
          + "\tperiod_start\tperiod_end\tdue_on\treceived_ms\tstate\tpublished_on\n";
  @TempDir Path folder;
  private Home home;
  private ParcelLedger ledger;

  @BeforeEach
  void home() {
    home = Home.create(folder.resolve("home"));
    ledger = new ParcelLedger(StateDatabase.open(home));
  }

  private void published(String day, String state) throws IOException {
    Path run = Files.createDirectories(home.published().resolve("current"));
    String line =
        String.join(
            "\t",
            "jiangsu-2024",
            "某行动",
            "jiangsu-campaign-summary",
            "汇总表",
            "",
            "320302",
            "鼓楼区",
            "2024-04-01",
            "2024-07-31",
            "2024-08-09",
            state.equals("on_time") ? "1723111200000" : "",
            state,
            day);
    Files.writeString(run.resolve("reports.tsv"), HEAD + line + "\n");
  }

  private List<String> waiting(String day, String state, ReminderSettings settings)
      throws IOException {
    published(day, state);
    Clock clock = Clock.fixed(Instant.parse(day + "T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    new Reminding(home, DEFINITIONS, settings, ledger, new Everybody(), clock).prepare();
    return ledger.unsent("reminder", "digest").stream().map(Parcel::parcelId).toList();
  }

  private List<String> waiting(String day, String state) throws IOException {
    return waiting(day, state, new ReminderSettings(true, List.of(), Optional.empty(), 0));
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(home.outbox().resolve("reminders"))) {
      return files.count();
    }
  }

  @Test
  void aLaterStepTakesTheEarlierBack() throws IOException {
    assertEquals(
        List.of("reminder.jiangsu-2024.320302.2024-08-09.before-7"),
        waiting("2024-08-02", "not_due"));
    assertEquals(
        List.of("reminder.jiangsu-2024.320302.2024-08-09.before-7"),
        waiting("2024-08-05", "not_due"));
    assertEquals(
        List.of("reminder.jiangsu-2024.320302.2024-08-09.day"), waiting("2024-08-09", "not_due"));
    assertEquals(
        List.of(
            "reminder.jiangsu-2024.320302.2024-08-09.after-1",
            "digest.jiangsu-2024.320300.2024-08-09.after-1"),
        waiting("2024-08-10", "missing"));
    assertEquals(2, files());
  }

  @Test
  void whoHasDeliveredIsNotWrittenTo() throws IOException {
    assertEquals(1, waiting("2024-08-08", "not_due").size());
    assertEquals(List.of(), waiting("2024-08-09", "on_time"));
    assertEquals(0, files());
  }

  @Test
  void whatWaitsIsNotSentOnceRemindersAreOff() throws IOException {
    assertEquals(1, waiting("2024-08-08", "not_due").size());
    assertEquals(List.of(), waiting("2024-08-08", "not_due", ReminderSettings.off()));
  }

  /** A night that begins at 23:55 and dispatches after midnight; and one that failed today. */
  @Test
  void aNightMayGoOnPastMidnight() throws IOException {
    assertEquals(0, prepared("20240808-020000", "2024-08-08T19:00:00Z"));
    assertEquals(1, prepared("20240808-235500", "2024-08-08T16:10:00Z"));
    assertEquals(
        List.of("reminder.jiangsu-2024.320302.2024-08-09.day"),
        ledger.unsent("reminder").stream().map(Parcel::parcelId).toList());
  }

  private long prepared(String run, String now) throws IOException {
    published("2024-08-08", "not_due");
    Path current = home.published().resolve("current");
    Path named = Files.createDirectories(home.published().resolve(run));
    Files.move(current.resolve("reports.tsv"), named.resolve("reports.tsv"));
    Files.delete(current);
    Files.createSymbolicLink(current, Path.of(run));
    Clock clock = Clock.fixed(Instant.parse(now), ZoneId.of("Asia/Shanghai"));
    ReminderSettings on = new ReminderSettings(true, List.of(), Optional.empty(), 0);
    long made = new Reminding(home, DEFINITIONS, on, ledger, new Everybody(), clock).prepare();
    Files.delete(current);
    return made;
  }

  @Test
  void whatWasSentStaysKnown() throws IOException {
    waiting("2024-08-02", "not_due");
    ledger.sent(ledger.unsent("reminder").get(0), Instant.parse("2024-08-02T03:00:00Z"));
    assertEquals(List.of(), waiting("2024-08-03", "not_due"));
  }

  private static final class Everybody implements Receiver.Finder {
    @Override
    public Optional<Receiver> ofDivision(String code) {
      return Optional.of(
          new Receiver(
              code, AnswerWay.files(Parcel.Way.FOLDER, code + "/folder", Language.ZH, code, "专班")));
    }

    @Override
    public Optional<Receiver> ofAddress(String address, String name) {
      return Optional.empty();
    }
  }
}
