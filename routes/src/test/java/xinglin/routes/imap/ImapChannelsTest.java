package xinglin.routes.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Flags;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import xinglin.jobs.batch.Progress;
import xinglin.routes.arrival.Allowances;
import xinglin.routes.arrival.DayLimits;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.ImapChannel;
import xinglin.routes.partner.Tried;
import xinglin.routes.round.ChannelRound;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.raw.RawStore;

/** Fetching from a real IMAP server. */
final class ImapChannelsTest extends MailboxCase {
  @Test
  void aHundredMessagesAreStoredCountedAndMovedOnce() throws Exception {
    ImapChannel channel = server.channel(folder);
    List<String> texts = deliver(100);
    ChannelRound.Outcome round = collect(channel);
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
    ChannelRound.Outcome second = collectEight(few);
    assertEquals(3, second.deliveries());
    assertEquals(
        List.of("22", "INBOX 127.0.0.1:" + server.port(), "8", "1"),
        second.warnings().get("office/imap").values());
    assertEquals(22, server.messages("INBOX").size());
  }

  /** Where the first county may deliver eight messages a day. */
  private ChannelRound.Outcome collectEight(ImapChannel channel) {
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
    ChannelRound.Outcome round = collect(server.channel(folder));
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

  @Test
  void newUidsMakeNoNewDeliveries() throws Exception {
    deliver(3);
    Function<String, Optional<String>> full =
        command ->
            command.startsWith("UID MOVE")
                ? Optional.of("TAG NO [OVERQUOTA] Quota exceeded")
                : Optional.empty();
    try (ImapProxy proxy = ImapProxy.answering(server.port(), full)) {
      ChannelRound.Outcome round = collect(at(proxy));
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
}
