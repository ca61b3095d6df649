package xinglin.routes.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import xinglin.jobs.batch.Progress;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.Certificates;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.ImapChannel;
import xinglin.routes.partner.MailServer.Protection;
import xinglin.routes.round.ChannelRound;
import xinglin.warehouse.raw.RawStore;

/** What servers, networks and people do now and then to a mailbox. */
final class BadMailboxTest extends MailboxCase {
  /** The server says NO to whatever asks for the third message. */
  private static Optional<String> unreadable(String command) {
    boolean asked = command.matches("UID FETCH ([0-9]+,)*3(,[0-9]+)* .*BODY.PEEK.*");
    return asked ? Optional.of("TAG NO [SERVERBUG] Internal error occurred") : Optional.empty();
  }

  @Test
  void oneUnreadableMessageBlocksNoOther() throws Exception {
    List<String> texts = deliver(100);
    try (ImapProxy proxy = ImapProxy.answering(server.port(), BadMailboxTest::unreadable)) {
      ChannelRound.Outcome round = collect(at(proxy));
      assertEquals(99, round.deliveries());
      assertEquals(
          List.of("office: INBOX UID 3: [SERVERBUG] Internal error occurred"), round.leftBehind());
      assertEquals(
          List.of(
              "1",
              "INBOX",
              "127.0.0.1:" + proxy.port(),
              "UID 3: [SERVERBUG] Internal error occurred"),
          round.warnings().get("office/imap").values());
    }
    assertEquals(99, server.messages("已接收").size());
    assertEquals(1, server.messages("INBOX").size());
    assertEquals(1, collect(server.channel(folder)).deliveries());
    assertEquals(texts.stream().sorted().toList(), stored());
  }

  @Test
  void whatTheServerCannotEvenDescribeBlocksNoOther() throws Exception {
    deliver(5);
    Function<String, Optional<String>> refusing =
        command ->
            command.matches("UID FETCH ([0-9]+,)*3(,[0-9]+)* .*RFC822.SIZE.*")
                ? Optional.of("TAG BAD no")
                : Optional.empty();
    try (ImapProxy proxy = ImapProxy.answering(server.port(), refusing)) {
      ChannelRound.Outcome round = collect(at(proxy));
      assertEquals(4, round.deliveries());
      assertEquals(
          List.of("office: INBOX UID 3: the server tells neither its time nor its size"),
          round.leftBehind());
    }
  }

  @Test
  void whatVanishesWhileItIsFetchedIsLeftOut() throws Exception {
    deliver(3);
    Function<String, Optional<String>> gone =
        command ->
            command.matches("UID FETCH 2 .*BODY.PEEK.*")
                ? Optional.of("TAG OK done")
                : unreadable(command.replace(",3", ""));
    Function<String, Optional<String>> answers =
        command ->
            command.startsWith("UID FETCH 1,2,3 (UID BODY")
                ? Optional.of("* 1 FETCH (UID 1 BODY[]<0> {3}\r\nabc)\r\nTAG NO some are gone")
                : gone.apply(command);
    try (ImapProxy proxy = ImapProxy.answering(server.port(), answers)) {
      ChannelRound.Outcome round = collect(at(proxy));
      assertEquals(
          List.of(
              "office: INBOX UID 2: gone while it was fetched",
              "office: INBOX UID 3: [SERVERBUG] Internal error occurred"),
          round.leftBehind());
    }
  }

  @Test
  void aConnectionThatBreaksOffTakesUpWhereItWas() throws Exception {
    List<String> texts = deliver(150);
    Function<String, Optional<String>> cutting =
        command ->
            command.contains("BODY.PEEK[]") && command.contains("120")
                ? Optional.of(ImapProxy.CUT)
                : Optional.empty();
    try (ImapProxy proxy = ImapProxy.answering(server.port(), cutting)) {
      assertEquals(Problem.BROKEN_OFF, problem(collect(at(proxy))));
    }
    assertEquals(100, ledger().countOutcomes().get("received"));
    assertEquals(50, collect(server.channel(folder)).deliveries());
    assertEquals(texts.stream().sorted().toList(), stored());
  }

  @Test
  void cutBeforeMovingItCountsNothingTwice() throws Exception {
    List<String> texts = deliver(3);
    Function<String, Optional<String>> cutting =
        command -> command.startsWith("UID MOVE") ? Optional.of(ImapProxy.CUT) : Optional.empty();
    try (ImapProxy proxy = ImapProxy.answering(server.port(), cutting)) {
      assertEquals(Problem.BROKEN_OFF, problem(collect(at(proxy))));
    }
    assertEquals(3, server.messages("INBOX").size());
    ChannelRound.Outcome again = collect(server.channel(folder));
    assertEquals(0, again.deliveries());
    assertEquals(texts.stream().sorted().toList(), stored());
    assertEquals(3, server.messages("已接收").size());
  }

  @Test
  void aFolderThatIsMissingOrCannotBeMadeIsSaid() throws Exception {
    deliver(1);
    ImapChannel channel = server.channel(folder);
    assertEquals(
        Problem.FOLDER_MISSING, problem(collect(in(channel, "Nowhere", channel.received()))));
    Function<String, Optional<String>> refusing =
        command ->
            command.startsWith("CREATE")
                ? Optional.of("TAG NO [NOPERM] not yours")
                : Optional.empty();
    try (ImapProxy proxy = ImapProxy.answering(server.port(), refusing)) {
      ChannelRound.Outcome round = collect(at(proxy));
      assertEquals(Problem.FOLDER_NOT_WRITABLE, problem(round));
      assertEquals(1, ledger().latestDeliveries(10).size());
      assertTrue(proxy.commands().contains("CREATE &XfJjpWU2-"), proxy.commands().toString());
    }
    try (ImapProxy proxy =
        ImapProxy.changing(server.port(), line -> line.replace("[READ-WRITE]", "[READ-ONLY]"))) {
      assertEquals(Problem.FOLDER_NOT_WRITABLE, problem(collect(at(proxy))));
    }
  }

  @Test
  void tlsIsCheckedInEveryWay() throws Exception {
    deliver(2);
    Certificates authority = new Certificates();
    Optional<Path> pem = Optional.of(authority.pem(folder));
    Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);
    Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
    Map<String, Problem> problems = new TreeMap<>();
    try (ImapProxy expired =
            ImapProxy.tls(server.port(), authority.server("127.0.0.1", yesterday));
        ImapProxy other =
            ImapProxy.tls(server.port(), authority.server("mx.other.example.cn", tomorrow));
        ImapProxy good = ImapProxy.tls(server.port(), authority.server("127.0.0.1", tomorrow));
        ImapProxy upgraded =
            ImapProxy.startTls(server.port(), authority.server("127.0.0.1", tomorrow));
        ImapProxy upgradedExpired =
            ImapProxy.startTls(server.port(), authority.server("127.0.0.1", yesterday))) {
      problems.put("expired", problem(collect(tls(expired.port(), Protection.TLS, pem))));
      problems.put("other", problem(collect(tls(other.port(), Protection.TLS, pem))));
      problems.put("unknown", problem(collect(tls(good.port(), Protection.TLS, Optional.empty()))));
      problems.put(
          "expired later", problem(collect(tls(upgradedExpired.port(), Protection.STARTTLS, pem))));
      problems.put("plain", problem(collect(tls(server.port(), Protection.STARTTLS, pem))));
      assertEquals(
          Map.of(
              "expired", Problem.CERTIFICATE_EXPIRED,
              "expired later", Problem.CERTIFICATE_EXPIRED,
              "other", Problem.CERTIFICATE_OTHER_NAME,
              "plain", Problem.TLS_MISSING,
              "unknown", Problem.CERTIFICATE_UNTRUSTED),
          problems);
      assertEquals(0, ledger().latestDeliveries(10).size());
      assertTrue(
          upgradedExpired.commands().stream().noneMatch(command -> command.contains("LOGIN")));
      assertEquals(2, collect(tls(good.port(), Protection.TLS, pem)).deliveries());
      deliver(3);
      assertEquals(3, collect(tls(upgraded.port(), Protection.STARTTLS, pem)).deliveries());
    }
  }

  @Test
  void aWrongPasswordIsSaidWithoutIt() throws Exception {
    ImapChannel wrong =
        MailServerInProcess.channel(
            folder, "wrong guess", "127.0.0.1", server.port(), Protection.NONE, Optional.empty());
    ChannelException refused = (ChannelException) collect(wrong).failures().get("office/imap");
    assertEquals(Problem.LOGIN_REFUSED, refused.problem());
    assertTrue(
        !refused.toString().contains("wrong guess") && !wrong.toString().contains("wrong guess"));
  }

  @Test
  void aServerThatHangsHoldsUpNobody() throws Exception {
    deliver(1);
    ImapChannel good = server.channel(folder);
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ImapChannel hanging = of("320305", good, silent.getLocalPort());
      ImapChannel gone = of("320311", good, 1);
      ChannelRound.Outcome round =
          new ImapChannels(
                  List.of(hanging, gone, good),
                  new RawStore(home()),
                  ledger(),
                  MOST_BYTES,
                  home().inbox(),
                  MailServerInProcess.unlimited(ledger()),
                  Moments.unwatched())
              .collectOnce(Progress.SILENT, Map.of(), Duration.ofSeconds(8));
      assertEquals(1, round.deliveries());
      assertEquals(
          Map.of("320305/imap", Problem.BROKEN_OFF, "320311/imap", Problem.UNREACHABLE),
          problems(round));
    }
  }
}
