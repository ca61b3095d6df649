package xinglin.routes.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.routes.dispatch.ScriptedSmtp.Script;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.smtp.SmtpProbe;

/** Mails to a server that takes them, refuses them, dies, or is away. */
final class DispatcherTest {
  @TempDir Path folder;
  private ScriptedSmtp server = start();
  private Outbox outbox = new Outbox(Path.of(System.getProperty("java.io.tmpdir"), "unused"));

  private static ScriptedSmtp start() {
    try {
      return new ScriptedSmtp();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void outbox() {
    outbox = new Outbox(folder.resolve("home"));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private Dispatched dispatch() {
    return outbox.dispatch(Outbox.carrier(server.port()));
  }

  private List<String> received() {
    return server.mails().stream()
        .map(mail -> new String(mail, StandardCharsets.ISO_8859_1))
        .toList();
  }

  private String address() {
    return "127.0.0.1:" + server.port();
  }

  @Test
  void everyMailIsSentOnceByteForByteOverOneConnection() throws IOException {
    String[] names = new String[250];
    List<String> mails = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      names[i] = "d%03d".formatted(i);
      mails.add(Outbox.mail(names[i]));
    }
    outbox.mails(names);
    assertEquals(250, dispatch().sent());
    assertEquals(mails, received());
    assertEquals(1, server.connections());
    assertEquals(0, dispatch().sent());
    assertEquals(250, server.mails().size());
    assertEquals(Map.of("sent", 250L), outbox.ledger().count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RCPT|550 5.1.1 No such user|STUCK MAIL_REFUSED [\"%s\",\"a@county.example.cn\",\"550 5.1.1 No such user\"]",
        "RCPT|450 4.2.0 Greylisted|WAITING MAIL_DEFERRED [\"%s\",\"a@county.example.cn\",\"450 4.2.0 Greylisted\"] again",
        "RCPT|452 4.2.2 Over quota|WAITING RECEIVER_FULL [\"%s\",\"a@county.example.cn\",\"452 4.2.2 Over quota\"] again",
        "RCPT|552 5.2.2 Mailbox full|WAITING RECEIVER_FULL [\"%s\",\"a@county.example.cn\",\"552 5.2.2 Mailbox full\"] again",
        "DATA|554 5.7.1 Looks like spam|STUCK MAIL_REFUSED [\"%s\",\"a@county.example.cn\",\"554 5.7.1 Looks like spam\"]",
        ".|552 5.3.4 Message too big|STUCK MAIL_TOO_LARGE [\"%s\",\"a@county.example.cn\",\"552 5.3.4 Message too big\"]",
        ".|451 4.3.0 Try later|WAITING MAIL_DEFERRED [\"%s\",\"a@county.example.cn\",\"451 4.3.0 Try later\"] again"
      })
  void oneMailRefusedHoldsUpNoOther(String command, String answer, String state)
      throws IOException {
    outbox.mails("a", "b");
    int[] left = {1};
    server.follow(
        said ->
            said.startsWith(command) && left[0]-- > 0
                ? java.util.Optional.of(answer)
                : java.util.Optional.empty());
    Dispatched done = dispatch();
    assertEquals(state.formatted(address()), outbox.state("a"));
    assertEquals("SENT", outbox.state("b"));
    assertEquals(1, done.failed());
    assertEquals(Map.of(), done.channels());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GREETING|gone|BROKEN_OFF",
        "MAIL|gone|BROKEN_OFF",
        "RCPT|gone|BROKEN_OFF",
        "DATA|gone|BROKEN_OFF",
        ".|gone|BROKEN_OFF",
        ".|421 4.3.2 Shutting down|BROKEN_OFF",
        "MAIL|550 5.7.1 Not your address|SENDER_REFUSED"
      })
  void aChannelThatFailsWaitsAsAWhole(String command, String answer, String problem)
      throws IOException {
    outbox.mails("a", "b", "c");
    server.follow(Script.to(command, answer));
    Dispatched done = dispatch();
    assertEquals(0, done.sent());
    assertEquals(problem, done.channels().get(Outbox.CHANNEL).problem().name());
    for (String name : List.of("a", "b", "c")) {
      assertTrue(outbox.state(name).startsWith("WAITING " + problem), outbox.state(name));
      assertTrue(outbox.state(name).endsWith("again"), outbox.state(name));
    }
    long tried = server.connections();
    server.follow(Script.KIND);
    assertEquals(0, dispatch().sent());
    assertEquals(tried, server.connections());
    outbox.later(Duration.ofMinutes(2));
    assertEquals(3, dispatch().sent());
    assertEquals(Map.of("sent", 3L), outbox.ledger().count());
    assertEquals(List.of(), outbox.ledger().open(10));
  }

  @Test
  void whatDiesBeforeItsConfirmationComesAgainWithTheSameBytes() throws IOException {
    outbox.mails("a");
    server.follow(Script.to(".", ScriptedSmtp.GONE));
    dispatch();
    server.follow(Script.KIND);
    outbox.later(Duration.ofMinutes(2));
    assertEquals(1, dispatch().sent());
    assertEquals(List.of(Outbox.mail("a"), Outbox.mail("a")), received());
  }

  @Test
  void aMailThatKillsTheConnectionGoesLastNextTime() throws IOException {
    outbox.mails("a", "b", "c");
    server.follow(Script.to("RCPT TO:<A@", ScriptedSmtp.GONE));
    dispatch();
    outbox.later(Duration.ofMinutes(2));
    assertEquals(2, dispatch().sent());
    assertTrue(outbox.state("a").startsWith("WAITING BROKEN_OFF"), outbox.state("a"));
    assertEquals("SENT", outbox.state("b"));
    assertEquals("SENT", outbox.state("c"));
  }

  @Test
  void pausesGrowToSixHoursAndAfterThreeDaysItIsStuckYetStillTried() throws IOException {
    outbox.mails("a", "b");
    int port = server.port();
    server.close();
    List<Long> minutes = new ArrayList<>();
    for (int round = 0; round < 12; round++) {
      outbox.dispatch(Outbox.carrier(port));
      minutes.add(outbox.minutes("a"));
      outbox.later(Duration.ofMinutes(outbox.minutes("a") + 1));
    }
    long usual = 1;
    for (long pause : minutes) {
      assertTrue(pause >= usual * 8 / 10 - 1 && pause <= usual * 12 / 10, minutes.toString());
      usual = Math.min(360, usual * 2);
    }
    assertTrue(outbox.state("a").startsWith("WAITING UNREACHABLE"), outbox.state("a"));
    outbox.later(Duration.ofDays(2));
    outbox.dispatch(Outbox.carrier(port));
    assertTrue(outbox.state("a").startsWith("STUCK UNREACHABLE"), outbox.state("a"));
    assertTrue(outbox.state("b").startsWith("STUCK UNREACHABLE"), outbox.state("b"));
    try (ScriptedSmtp again = new ScriptedSmtp()) {
      outbox.later(Duration.ofHours(8));
      assertEquals(2, outbox.dispatch(Outbox.carrier(again.port())).sent());
    }
  }

  @Test
  void aFullMailboxIsTriedForThreeDaysAndThenOnceADay() throws IOException {
    outbox.mails("a");
    server.follow(Script.to("RCPT", "552 5.2.2 Mailbox full"));
    outbox.later(Duration.ofDays(4));
    dispatch();
    assertTrue(outbox.state("a").startsWith("STUCK RECEIVER_FULL"), outbox.state("a"));
    assertTrue(outbox.minutes("a") > 19 * 60 && outbox.minutes("a") < 29 * 60);
    server.follow(Script.KIND);
    outbox.later(Duration.ofHours(29));
    assertEquals(1, dispatch().sent());
  }

  @Test
  void whatWasRefusedIsTriedAgainOnceSomebodyAsks() throws IOException {
    outbox.mails("a");
    server.follow(Script.to("RCPT", "550 unknown"));
    dispatch();
    server.follow(Script.KIND);
    outbox.later(Duration.ofDays(30));
    assertEquals(0, dispatch().sent());
    assertEquals(1, outbox.ledger().retry(outbox.clock().instant()));
    assertEquals(1, dispatch().sent());
  }

  @Test
  void aWrongPasswordIsSaid() throws IOException {
    outbox.mails("a");
    server.follow(Script.to("AUTH", "535 5.7.8 Bad credentials"));
    Carrier carrier = Outbox.withPassword(server.port(), folder, "secret word");
    ChannelException failure = outbox.dispatch(carrier).channels().get(Outbox.CHANNEL);
    assertEquals("LOGIN_REFUSED", failure.problem().name());
    assertEquals(List.of(address(), "office"), failure.values());
    assertTrue(!outbox.state("a").contains("secret word"));
  }

  @Test
  void bytesThatAreNotThoseThatWerePreparedAreNotSent() throws IOException {
    outbox.mails("a", "b");
    Files.writeString(outbox.root().resolve("outbox/p/a.eml"), "other");
    Files.delete(outbox.root().resolve("outbox/p/b.eml"));
    dispatch();
    assertEquals("STUCK PREPARED_BYTES_GONE [\"outbox/p/a.eml\"]", outbox.state("a"));
    assertEquals("STUCK PREPARED_BYTES_GONE [\"outbox/p/b.eml\"]", outbox.state("b"));
    assertEquals(List.of(), received());
  }

  @Test
  void aChannelThatIsNotConfiguredAnyMoreKeepsItsMails() throws IOException {
    outbox.mails("a");
    assertEquals("CHANNEL_GONE", outbox.dispatch().channels().get(Outbox.CHANNEL).problem().name());
    outbox.later(Duration.ofMinutes(2));
    assertEquals(1, dispatch().sent());
  }

  @Test
  void oneChannelThatHangsHoldsUpNoOther() throws IOException {
    outbox.mails("a");
    FolderAnswers laid =
        new FolderAnswers(
            "q", "answers", folder.resolve("answers"), xinglin.routes.moment.Moments.unwatched());
    outbox.files("q", "b");
    server.follow(Script.to("GREETING", ScriptedSmtp.GONE));
    Dispatched done = outbox.dispatch(Outbox.carrier(server.port()), laid);
    assertEquals(1, done.sent());
    assertEquals("SENT", outbox.state("b"));
    assertEquals("page", Files.readString(folder.resolve("answers/b.html")));
    assertEquals(List.of(Outbox.CHANNEL), List.copyOf(done.channels().keySet()));
  }

  @Test
  void aProbeLogsInAndNamesItsAddressAndSendsNothing() {
    SmtpProbe probe =
        new SmtpProbe(
            Outbox.channel(
                server.port(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                xinglin.routes.partner.MailServer.Protection.NONE,
                java.util.Optional.empty()));
    assertEquals(
        List.of("SECRET", "LOGIN 127.0.0.1:" + server.port(), "SENDER office@wjw.example.cn"),
        probe.probe(Map.of()).stream()
            .map(one -> (one.step() + " " + one.detail()).strip())
            .toList());
    server.follow(Script.to("MAIL", "553 Not yours"));
    assertEquals(
        "SENDER_REFUSED", probe.probe(Map.of()).get(2).problem().orElseThrow().problem().name());
    assertEquals(List.of(), server.mails());
  }
}
