package xinglin.routes.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Flags;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.batch.Progress;
import xinglin.routes.arrival.Allowances;
import xinglin.routes.arrival.DayLimits;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.Certificates;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.ImapChannel;
import xinglin.routes.partner.MailServer;
import xinglin.routes.partner.MailServer.Protection;
import xinglin.routes.partner.Tried;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.raw.RawStore;

/** Fetching from a real IMAP server, and from one that does what real ones do now and then. */
final class ImapChannelsTest {
  private static final long MOST_BYTES = 1 << 20;
  @TempDir Path folder;
  private final MailServerInProcess server = new MailServerInProcess();

  @AfterEach
  void stop() {
    server.close();
  }

  private Home home() {
    return Home.openOrCreate(folder.resolve("home"));
  }

  private Ledger ledger() {
    return new Ledger(StateDatabase.open(home()));
  }

  private ImapChannels.Round collect(ImapChannel... channels) {
    return new ImapChannels(
            List.of(channels),
            new RawStore(home()),
            ledger(),
            MOST_BYTES,
            home().inbox(),
            MailServerInProcess.unlimited(ledger()),
            Moments.unwatched())
        .collectOnce(Progress.SILENT, Map.of(), Duration.ofSeconds(30));
  }

  private List<String> deliver(int messages) throws Exception {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= messages; i++) {
      texts.add(MailServerInProcess.message(i));
      server.deliver(texts.get(i - 1));
    }
    return texts;
  }

  @Test
  void aHundredMessagesAreStoredCountedAndMovedOnce() throws Exception {
    ImapChannel channel = server.channel(folder);
    List<String> texts = deliver(100);
    ImapChannels.Round round = collect(channel);
    assertEquals(Map.of(), round.failures());
    assertEquals(100, round.deliveries());
    assertEquals(texts.stream().sorted().toList(), stored());
    assertEquals(0, server.messages("INBOX").size());
    assertEquals(100, server.messages("已接收").size());
    assertTrue(
        server.messages("已接收").stream().allMatch(one -> one.getFlags().contains(Flags.Flag.SEEN)));
    assertEquals(0, collect(channel).deliveries());
    Delivery one = ledger().latestDeliveries(1).get(0);
    assertEquals("imap", one.envelope().arrival().channel());
    assertEquals("local", one.envelope().arrival().partner());
    assertEquals(Optional.of("mx.wjw.example.cn"), one.envelope().arrival().receivedBy());
    assertEquals(
        server
            .messages("已接收")
            .get(99)
            .getReceivedDate()
            .toInstant()
            .truncatedTo(ChronoUnit.SECONDS),
        one.envelope().arrival().receivedAt());
  }

  @Test
  void aFloodOfOneSenderStarvesNobody() throws Exception {
    for (int i = 0; i < 30; i++) {
      server.deliver(MailServerInProcess.message(0).replace("report 0", "flood " + i));
    }
    deliver(5);
    ImapChannel channel = server.channel(folder);
    ImapChannel few =
        new ImapChannel(
            channel.partner(),
            channel.server(),
            channel.folder(),
            channel.received(),
            channel.trusted(),
            10);
    assertEquals(10, collectEight(few).deliveries());
    Map<String, Integer> senders = new TreeMap<>();
    for (Delivery one : ledger().latestDeliveries(100)) {
      senders.merge(one.envelope().arrival().sender().orElse(""), 1, Integer::sum);
    }
    assertEquals(5, senders.remove("county0@wjw.example.cn"));
    assertEquals(5, senders.size());
    ImapChannels.Round second = collectEight(few);
    assertEquals(3, second.deliveries());
    assertEquals(
        List.of("22", "INBOX 127.0.0.1:" + server.port(), "8", "1"),
        second.warnings().get("office/imap").values());
    assertEquals(22, server.messages("INBOX").size());
  }

  /** Where the first county may deliver eight messages a day. */
  private ImapChannels.Round collectEight(ImapChannel channel) {
    Allowances allowances =
        new Allowances(
            Map.of("county0@wjw.example.cn", new DayLimits(8, 1 << 20)),
            DayLimits.standard(),
            List::of,
            ledger(),
            Clock.systemUTC());
    return new ImapChannels(
            List.of(channel),
            new RawStore(home()),
            ledger(),
            MOST_BYTES,
            home().inbox(),
            sender -> allowances.of(sender.orElse("")),
            Moments.unwatched())
        .collectOnce(Progress.SILENT, Map.of());
  }

  @Test
  void whatIsLargeComesInPiecesAndWhatIsTooLargeStays() throws Exception {
    StringBuilder large = new StringBuilder(MailServerInProcess.message(1));
    while (large.length() < 2 * MessageInput.PIECE + 12_345) {
      large.append("行 ".getBytes(StandardCharsets.UTF_8).length).append(" \u00e8\u00a1\u008c\r\n");
    }
    String exact = large.substring(0, 2 * MessageInput.PIECE - 2) + "\r\n";
    server.deliver(large.toString());
    server.deliver(exact);
    server.deliver(MailServerInProcess.message(3) + "x".repeat((int) MOST_BYTES) + "\r\n");
    server.deliver(MailServerInProcess.message(4));
    ImapChannels.Round round = collect(server.channel(folder));
    assertEquals(3, round.deliveries());
    assertEquals(
        List.of(large.toString(), exact, MailServerInProcess.message(4)).stream().sorted().toList(),
        stored());
    assertEquals(1, server.messages("INBOX").size());
    assertTrue(
        round.leftBehind().get(0).matches("office: INBOX UID 3: [0-9]+ bytes, 1048576 are allowed"),
        round.leftBehind().get(0));
    assertEquals(Problem.MESSAGES_LEFT, round.warnings().get("office/imap").problem());
  }

  /** The server says NO to whatever asks for the third message. */
  private static Optional<String> unreadable(String command) {
    boolean asked = command.matches("UID FETCH ([0-9]+,)*3(,[0-9]+)* .*BODY.PEEK.*");
    return asked ? Optional.of("TAG NO [SERVERBUG] Internal error occurred") : Optional.empty();
  }

  @Test
  void oneUnreadableMessageBlocksNoOther() throws Exception {
    List<String> texts = deliver(100);
    try (ImapProxy proxy = ImapProxy.answering(server.port(), ImapChannelsTest::unreadable)) {
      ImapChannels.Round round = collect(at(proxy));
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
      ImapChannels.Round round = collect(at(proxy));
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
      ImapChannels.Round round = collect(at(proxy));
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
    ImapChannels.Round again = collect(server.channel(folder));
    assertEquals(0, again.deliveries());
    assertEquals(texts.stream().sorted().toList(), stored());
    assertEquals(3, server.messages("已接收").size());
  }

  @Test
  void newUidsMakeNoNewDeliveries() throws Exception {
    deliver(3);
    Function<String, Optional<String>> full =
        command ->
            command.startsWith("UID MOVE")
                ? Optional.of("TAG NO [OVERQUOTA] Quota exceeded")
                : Optional.empty();
    try (ImapProxy proxy = ImapProxy.answering(server.port(), full)) {
      ImapChannels.Round round = collect(at(proxy));
      assertEquals(Problem.MAILBOX_FULL, problem(round));
      collect(at(proxy));
      assertEquals(
          1,
          proxy.commands().stream().filter(command -> command.contains("BODY.PEEK[]")).count(),
          "what is stored is not fetched again");
    }
    assertEquals(3, ledger().latestDeliveries(10).size());
    try (ImapProxy proxy =
        ImapProxy.changing(
            server.port(), line -> line.replaceAll("UIDVALIDITY [0-9]+", "UIDVALIDITY 7"))) {
      assertEquals(0, collect(at(proxy)).deliveries());
      assertEquals(
          1, proxy.commands().stream().filter(command -> command.contains("BODY.PEEK[]")).count());
    }
    assertEquals(3, ledger().latestDeliveries(10).size());
    assertEquals(3, server.messages("已接收").size());
  }

  @Test
  void withoutMoveJustTheCopiedOnesAreRemoved() throws Exception {
    deliver(3);
    try (ImapProxy proxy =
        ImapProxy.changing(
            server.port(),
            line -> line.contains("CAPABILITY") ? line.replace(" MOVE", "") : line)) {
      server.messages("INBOX").get(1).setFlag(Flags.Flag.DELETED, true);
      assertEquals(2, collect(at(proxy)).deliveries());
      assertTrue(proxy.commands().contains("UID EXPUNGE 1,3"), proxy.commands().toString());
    }
    assertEquals(2, server.messages("已接收").size());
    assertEquals(1, server.messages("INBOX").size());
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
      ImapChannels.Round round = collect(at(proxy));
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
      ImapChannels.Round round =
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

  @Test
  void aProbeTakesNothing() throws Exception {
    deliver(2);
    List<Tried> tried = new ImapProbe(server.channel(folder)).probe(Map.of());
    assertTrue(tried.stream().allMatch(one -> one.problem().isEmpty()), tried.toString());
    assertEquals(
        List.of("", "office@127.0.0.1:" + server.port(), "INBOX (2)", "已接收", ""),
        tried.stream().map(Tried::detail).toList());
    assertEquals(2, server.messages("INBOX").size());
    assertTrue(
        server.messages("INBOX").stream()
            .noneMatch(one -> one.getFlags().contains(Flags.Flag.SEEN)));
  }

  private ImapChannel at(ImapProxy proxy) throws IOException {
    return of(ImapChannel.OFFICE, server.channel(folder), proxy.port());
  }

  private ImapChannel tls(int port, Protection protection, Optional<Path> authority)
      throws IOException {
    return MailServerInProcess.channel(
        folder, MailServerInProcess.PASSWORD, "127.0.0.1", port, protection, authority);
  }

  private static ImapChannel of(String partner, ImapChannel like, int port) {
    MailServer server = like.server();
    return new ImapChannel(
        partner,
        new MailServer(
            server.host(),
            port,
            server.user(),
            server.password(),
            server.protection(),
            server.authority()),
        like.folder(),
        like.received(),
        like.trusted(),
        like.most());
  }

  private static ImapChannel in(ImapChannel like, String from, String to) {
    return new ImapChannel(like.partner(), like.server(), from, to, like.trusted(), like.most());
  }

  private static Problem problem(ImapChannels.Round round) {
    return problems(round).values().iterator().next();
  }

  private static Map<String, Problem> problems(ImapChannels.Round round) {
    Map<String, Problem> problems = new TreeMap<>();
    round
        .failures()
        .forEach((id, failure) -> problems.put(id, ((ChannelException) failure).problem()));
    return problems;
  }

  private List<String> stored() throws IOException {
    List<String> stored = new ArrayList<>();
    for (Delivery delivery : ledger().latestDeliveries(1000)) {
      Path bytes = new RawStore(home()).path(delivery.envelope().sha256());
      stored.add(Files.readString(bytes, StandardCharsets.ISO_8859_1));
    }
    return stored.stream().sorted().toList();
  }
}
