package xinglin.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.assembly.Clocks;
import xinglin.app.terminal.Texts;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.home.HomeLock;
import xinglin.warehouse.ledger.Answer;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.StateDatabase;

/** Every sign of a home, well and not. */
final class DoctorTest {
  private static final Clock NOW = Clocks.fixed("2024-08-15T09:00:00");
  private static final Texts ENGLISH = new Texts(Texts.Language.EN);
  @TempDir Path folder;

  private Home home() throws IOException {
    return Home.openOrCreate(folder.toRealPath().resolve("home"));
  }

  private List<String> lines(Clock clock, Map<String, String> environment) throws IOException {
    String real = folder.toRealPath().resolve("home").toString();
    return new Doctor(Path.of(real), clock, environment)
        .examine().stream()
            .filter(sign -> !List.of("java", "disk").contains(sign.subject()))
            .map(
                sign ->
                    sign.state()
                        + " "
                        + sign.subject()
                        + ": "
                        + sign.words().apply(ENGLISH).replace(real, "HOME"))
            .toList();
  }

  private String line(String subject, Clock clock) throws IOException {
    return lines(clock, Map.of()).stream()
        .filter(line -> line.split(" ")[1].equals(subject + ":"))
        .reduce((one, other) -> one + "\n" + other)
        .orElse("");
  }

  private static Instant at(String time) {
    return Clocks.fixed(time).instant();
  }

  @Test
  void aHomeThatIsNotThere() throws IOException {
    assertEquals(
        List.of(
            "WRONG home: There is no home here: Cannot find a home in HOME: no .xinglin-home. Run ./xinglin collect or ./xinglin demo first, or say where it is with --home."),
        lines(NOW, Map.of()));
  }

  @Test
  void aNewHome() throws IOException {
    home();
    List<String> lines = lines(NOW, Map.of());
    assertEquals(
        List.of(
            "OK clock: Clock: 2024-08-15 09:00 (Shanghai)",
            "OK home: Home HOME",
            "OK permissions: Only the owner can read received files, answers and state",
            "OK key: Key of the personal columns: made by the first night",
            "OK lock: No run holds this home",
            "OK serve: serve is not running; nights are started by cron, systemd or hand"),
        lines.subList(0, 6));
    assertTrue(
        lines
            .get(6)
            .matches(
                "OK definitions: Settings, 0 partners with 0 channels, [0-9]+ forms: no mistakes"),
        lines.get(6));
    assertEquals(
        List.of(
            "HINT night: No night has been run yet: ./xinglin nightly",
            "HINT published: Nothing is published yet; the first night does it",
            "OK deliveries: Deliveries that wait to be loaded: 0",
            "OK quarantine: No delivery in quarantine",
            "OK answers: Answers that wait to be sent: 0",
            "OK channels: No channels; files come by inbox/"),
        lines.subList(7, lines.size()));
  }

  @Test
  void everyLineInBothLanguages() throws IOException {
    home();
    Texts chinese = new Texts(Texts.Language.ZH);
    for (Sign sign : new Doctor(folder.toRealPath().resolve("home"), NOW, Map.of()).examine()) {
      assertTrue(sign.words().apply(chinese).matches("(?s).*\\p{IsHan}.*"), sign.subject());
    }
  }

  @Test
  void whatOthersMayRead() throws IOException {
    Home home = home();
    StateDatabase.open(home);
    Files.setPosixFilePermissions(home.raw(), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(
        home.stateDatabase(), PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(
        """
        WRONG permissions: Others can reach HOME/raw (rwxr-xr-x). Run: chmod 700 HOME/raw
        WRONG permissions: Others can reach HOME/state.db (rw-r--r--). Run: chmod 600 HOME/state.db""",
        line("permissions", NOW));
  }

  @Test
  void theKeyIsGoneOrNoKey() throws IOException {
    Home home = home();
    Path rows = home.restricted().resolve("delivery/data/one.parquet");
    Files.createDirectories(rows.getParent());
    Files.createFile(rows);
    assertEquals(
        "WRONG key: The key of the personal columns is gone, and rows are encrypted with it. Put HOME/.restricted-key back from the backup, or set XINGLIN_RESTRICTED_KEY, before the next night.",
        line("key", NOW));
    assertTrue(Files.notExists(home.keyFile()), "looking makes no key");
    assertTrue(
        lines(NOW, Map.of("XINGLIN_RESTRICTED_KEY", "c2hvcnQ="))
            .contains(
                "WRONG key: The key of the personal columns cannot be used: Cannot use the key in XINGLIN_RESTRICTED_KEY: it has 5 bytes, not 32. Put the right one back from the backup."));
  }

  @Test
  void remindersWithoutAMailServer() throws IOException {
    Home home = home();
    Path settings = home.root().resolve("config/xinglin.yml");
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, "reminders: {send: true}\n");
    assertEquals(
        "HINT reminders: Reminders are on, but no mail server is set (mail: smtp: in config/xinglin.yml): only those who get answers by SFTP or folder are reminded",
        line("reminders", NOW));
  }

  @Test
  void theClockWasSetBack() throws IOException {
    Ledger ledger = new Ledger(StateDatabase.open(home()));
    ledger.startRun("one", at("2024-08-16T02:00:00"));
    ledger.endRun("one", at("2024-08-16T02:01:00"), true, Optional.of("x"), "{}");
    assertEquals(
        "WRONG clock: Clock: 2024-08-15 09:00 is before the last run, 2024-08-16 02:01. Set the system clock right (switch on chrony or ntp) before the next night, or new files count as older than former ones.",
        line("clock", NOW));
    assertEquals(
        "HINT clock: Clock: XINGLIN_NOW stops it at 2024-08-16 03:00; for rehearsals only, unset it otherwise.",
        lines(Clocks.fixed("2024-08-16T03:00:00"), Map.of("XINGLIN_NOW", "2024-08-16T03:00:00"))
            .get(0));
  }

  @Test
  void mistakesStandWithFileAndLine() throws IOException {
    Home home = home();
    Files.writeString(
        home.settings(), "threads: 2\nserve:\n  nightly: tomorrow\n  collect: every minute\n");
    assertEquals(
        """
        WRONG definitions: Settings, partners or definitions have 2 mistakes; no night starts and no channel is tried until they are corrected:
        WRONG definitions: config/xinglin.yml:3: "nightly" must be "every 10m" (s, m or h) or a cron expression of five fields such as "0 2 * * *", not "tomorrow"
        WRONG definitions: config/xinglin.yml:4: "collect" must be "every 10m" (s, m or h) or a cron expression of five fields such as "0 2 * * *", not "every minute\"""",
        line("definitions", NOW));
  }

  @Test
  void nights() throws IOException {
    Home home = home();
    Ledger ledger = new Ledger(StateDatabase.open(home));
    ledger.startRun("one", at("2024-08-13T02:00:00"));
    assertEquals(
        "WRONG night: Last run one was broken off. Run ./xinglin nightly: it goes on from there.",
        line("night", NOW));
    try (HomeLock lock = HomeLock.tryTake(home).orElseThrow()) {
      lock.note("");
      assertEquals("OK night: Run one is under way", line("night", NOW));
    }
    ledger.endRun("one", at("2024-08-13T02:05:00"), true, Optional.of("x"), "{}");
    assertEquals(
        "WRONG night: The last night that published was done at 2024-08-13 02:05, 54 h ago. Look why none was started since (crontab, systemctl status), then: ./xinglin nightly",
        line("night", NOW));
    ledger.startRun("two", at("2024-08-15T02:00:00"));
    ledger.endRun("two", at("2024-08-15T02:03:00"), false, Optional.empty(), "{}");
    assertEquals(
        "WRONG night: Last run two failed. Remove the causes on this page, then: ./xinglin nightly",
        line("night", NOW));
    ledger.startRun("three", at("2024-08-15T03:00:00"));
    ledger.endRun("three", at("2024-08-15T03:03:00"), true, Optional.of("x"), "{}");
    assertEquals("OK night: Last night: done at 2024-08-15 03:03, 5 h ago", line("night", NOW));
    ledger.answer(List.of(new Answer("a", "d", "receipt", "outbox/a", at("2024-08-15T03:03:00"))));
    assertEquals("OK answers: Answers that wait to be sent: 1", line("answers", NOW));
  }

  @Test
  void whoHoldsTheHome() throws IOException {
    Home home = home();
    long self = ProcessHandle.current().pid();
    try (HomeLock work = HomeLock.tryTake(home).orElseThrow();
        HomeLock serve = HomeLock.tryServe(home).orElseThrow()) {
      work.note("");
      serve.note("http://127.0.0.1:9464");
      assertTrue(
          line("lock", NOW).startsWith("OK lock: Process " + self + " is at work on this home ("));
      String served = line("serve", NOW);
      assertTrue(served.startsWith("OK serve: serve is running (process " + self + ", "), served);
      assertTrue(served.endsWith(" http://127.0.0.1:9464"), served);
    }
  }

  @Test
  void whatIsPublishedCannotBeRead() throws IOException {
    Home home = home();
    Path run = Files.createDirectories(home.published().resolve("one"));
    Files.writeString(run.resolve("xinglin.duckdb"), "no database");
    Files.createSymbolicLink(home.current(), Path.of("one"));
    String line = line("published", NOW);
    assertTrue(
        line.startsWith("WRONG published: What is published cannot be read: ")
            && line.endsWith(" Run: ./xinglin publish"),
        line);
  }
}
