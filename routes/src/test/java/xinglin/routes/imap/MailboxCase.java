package xinglin.routes.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.batch.Progress;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.ImapChannel;
import xinglin.routes.partner.MailServer;
import xinglin.routes.partner.MailServer.Protection;
import xinglin.routes.round.ChannelRound;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.raw.RawStore;

/** A home, and a mailbox that it fetches from. */
abstract class MailboxCase {
  static final long MOST_BYTES = 1 << 20;
  @TempDir Path folder;
  final MailServerInProcess server = new MailServerInProcess();

  @AfterEach
  void stop() {
    server.close();
  }

  Home home() {
    return Home.openOrCreate(folder.resolve("home"));
  }

  Ledger ledger() {
    return new Ledger(StateDatabase.open(home()));
  }

  ChannelRound.Outcome collect(ImapChannel... channels) {
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

  List<String> deliver(int messages) throws Exception {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= messages; i++) {
      texts.add(MailServerInProcess.message(i));
      server.deliver(texts.get(i - 1));
    }
    return texts;
  }

  ImapChannel at(ImapProxy proxy) throws IOException {
    return of(ImapChannel.OFFICE, server.channel(folder), proxy.port());
  }

  ImapChannel tls(int port, Protection protection, Optional<Path> authority) throws IOException {
    return MailServerInProcess.channel(
        folder, MailServerInProcess.PASSWORD, "127.0.0.1", port, protection, authority);
  }

  static ImapChannel of(String partner, ImapChannel like, int port) {
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

  static ImapChannel in(ImapChannel like, String from, String to) {
    return new ImapChannel(like.partner(), like.server(), from, to, like.trusted(), like.most());
  }

  static Problem problem(ChannelRound.Outcome round) {
    return problems(round).values().iterator().next();
  }

  static Map<String, Problem> problems(ChannelRound.Outcome round) {
    Map<String, Problem> problems = new TreeMap<>();
    round
        .failures()
        .forEach((id, failure) -> problems.put(id, ((ChannelException) failure).problem()));
    return problems;
  }

  List<String> stored() throws IOException {
    List<String> stored = new ArrayList<>();
    for (Delivery delivery : ledger().latestDeliveries(1000)) {
      Path bytes = new RawStore(home()).path(delivery.envelope().sha256());
      stored.add(Files.readString(bytes, StandardCharsets.ISO_8859_1));
    }
    return stored.stream().sorted().toList();
  }
}
