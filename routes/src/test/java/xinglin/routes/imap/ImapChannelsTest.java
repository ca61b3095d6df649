package xinglin.routes.imap;

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
import jakarta.mail.Flags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.batch.Progress;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ImapChannel;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.raw.RawStore;

/** Fetching from a real IMAP server. */
final class ImapChannelsTest {
  private static final long MOST_BYTES = 8 << 20;
  @TempDir Path folder;
  private MailServerInProcess server = new MailServerInProcess();

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
            Moments.unwatched())
        .collectOnce(Progress.SILENT, Map.of(), Duration.ofSeconds(30));
  }

  @Test
  void aHundredMessagesAreStoredCountedAndMovedOnce() throws Exception {
    ImapChannel channel = server.channel(folder);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      expected.add(MailServerInProcess.message(i));
      server.deliver(expected.get(i));
    }
    ImapChannels.Round round = collect(channel);
    assertEquals(Map.of(), round.failures());
    assertEquals(100, round.deliveries());
    assertEquals(expected.stream().sorted().toList(), stored());
    assertEquals(0, server.messages("INBOX").size());
    assertEquals(100, server.messages("已接收").size());
    assertTrue(
        server.messages("已接收").stream().allMatch(one -> one.getFlags().contains(Flags.Flag.SEEN)));
    assertEquals(0, collect(channel).deliveries());
    Delivery one = ledger().latestDeliveries(1).get(0);
    assertEquals("imap", one.envelope().arrival().channel());
    assertEquals("local", one.envelope().arrival().partner());
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
