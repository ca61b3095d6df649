package xinglin.routes.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import xinglin.jobs.batch.Progress;
import xinglin.routes.moment.HaltedProcess;
import xinglin.routes.moment.Moment;
import xinglin.routes.moment.Moments;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.raw.RawStore;

/** A collect killed at any moment and started again takes every message once and moves it once. */
final class KilledCollectTest {
  private static final int MESSAGES = 120;
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = "MAIL_.*", mode = EnumSource.Mode.MATCH_ALL)
  void killedAt(Moment moment) throws Exception {
    try (MailServerInProcess server = new MailServerInProcess()) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < MESSAGES; i++) {
        texts.add(MailServerInProcess.message(i));
        server.deliver(texts.get(i));
      }
      assertEquals(
          HaltedProcess.KILLED,
          HaltedProcess.run(
              HaltingCollect.class,
              folder.toString(),
              String.valueOf(server.port()),
              moment.name()));
      Home home = Home.openOrCreate(folder.resolve("home"));
      Ledger ledger = new Ledger(StateDatabase.open(home));
      ImapChannels channels =
          new ImapChannels(
              List.of(server.channel(folder)),
              new RawStore(home),
              ledger,
              1 << 20,
              home.inbox(),
              MailServerInProcess.unlimited(ledger),
              Moments.unwatched());
      assertEquals(Map.of(), channels.collectOnce(Progress.SILENT, Map.of()).failures());
      assertEquals(0, channels.collectOnce(Progress.SILENT, Map.of()).deliveries());
      List<String> stored = new ArrayList<>();
      for (Delivery delivery : ledger.latestDeliveries(2 * MESSAGES)) {
        Path bytes = new RawStore(home).path(delivery.envelope().sha256());
        stored.add(Files.readString(bytes, StandardCharsets.ISO_8859_1));
      }
      assertEquals(texts.stream().sorted().toList(), stored.stream().sorted().toList());
      assertEquals(MESSAGES, new RawStore(home).envelopes().size());
      assertEquals(0, server.messages("INBOX").size());
      assertEquals(MESSAGES, server.messages("已接收").size());
    }
  }
}
