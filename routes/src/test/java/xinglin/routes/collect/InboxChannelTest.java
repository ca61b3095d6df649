package xinglin.routes.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.batch.Progress;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawStore;

final class InboxChannelTest {
  private static final Instant NOW = Instant.parse("2024-08-14T18:00:00Z");
  @TempDir Path folder;
  private Home home;
  private Ledger ledger;
  private RawStore raw;

  @BeforeEach
  void home() {
    home = Home.create(folder.resolve("home"));
    ledger = new Ledger(StateDatabase.open(home));
    raw = new RawStore(home);
  }

  private InboxChannel channel(Instant now) {
    return new InboxChannel(
        home.inbox(), raw, ledger, Clock.fixed(now, ZoneId.of("Asia/Shanghai")), "local");
  }

  private Path put(String name, String content) throws IOException {
    Path file = home.inbox().resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  @Test
  void takesFilesWithAndWithoutEnvelopeAndEmptiesTheInbox() throws IOException {
    put("a.xlsx", "a");
    put("b.xlsx", "b");
    put(
        "b.xlsx.envelope.json",
        "{\"partner\":\"320302\",\"received_at\":\"2024-08-08T18:00:00+08:00\",\"sender\":\"x@example.cn\",\"file_name\":\"汇总表.xlsx\"}");
    put("county/c.csv", "c");
    Collected collected = channel(NOW).collectOnce(Progress.SILENT);
    assertEquals(new Collected(3, List.of()), collected);
    List<Envelope> stored = raw.envelopes();
    assertEquals(
        List.of(
            "320302 汇总表.xlsx 2024-08-08T10:00:00Z Optional[x@example.cn]",
            "county c.csv " + NOW + " Optional.empty",
            "local a.xlsx " + NOW + " Optional.empty"),
        stored.stream()
            .map(
                one ->
                    one.arrival().partner()
                        + " "
                        + one.arrival().fileName()
                        + " "
                        + one.arrival().receivedAt()
                        + " "
                        + one.arrival().sender())
            .sorted()
            .toList());
    assertEquals(3, ledger.waiting());
    assertEquals(List.of(), files());
  }

  @Test
  void leavesHiddenAndTemporaryFilesAlone() throws IOException {
    for (String name :
        List.of(
            ".hidden",
            "~$a.xlsx",
            "a.xlsx.part",
            "b.tmp",
            ".folder/c.xlsx",
            "orphan.xlsx.envelope.json")) {
      put(name, "x");
    }
    assertEquals(new Collected(0, List.of()), channel(NOW).collectOnce(Progress.SILENT));
    assertEquals(6, files().size());
  }

  @Test
  void leavesAFileThatStillGrows() throws IOException, InterruptedException {
    Path growing = put("growing.xlsx", "start");
    put("done.xlsx", "done");
    AtomicBoolean stop = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              try (OutputStream out =
                  Files.newOutputStream(growing, java.nio.file.StandardOpenOption.APPEND)) {
                while (!stop.get()) {
                  out.write("more".getBytes(StandardCharsets.UTF_8));
                  Thread.sleep(20);
                }
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    writer.start();
    Collected collected = channel(NOW).collectOnce(Progress.SILENT);
    stop.set(true);
    writer.join();
    assertEquals(1, collected.deliveries());
    assertEquals(List.of("growing.xlsx"), files());
    assertEquals(1, channel(NOW).collectOnce(Progress.SILENT).deliveries());
  }

  @Test
  void anUnreadableEnvelopeKeepsItsFileAndNoOther() throws IOException {
    put("a.xlsx", "a");
    put("a.xlsx.envelope.json", "{\"partner\": ");
    put("b.xlsx", "b");
    Collected collected = channel(NOW).collectOnce(Progress.SILENT);
    assertEquals(
        new Collected(1, List.of("Cannot read envelope a.xlsx.envelope.json: not JSON")),
        collected);
    assertEquals(List.of("a.xlsx", "a.xlsx.envelope.json"), files());
  }

  @Test
  void aCollectThatDiedBeforeItsFilesLeftTheInboxMakesTheSameDeliveries() throws IOException {
    Path file = put("a.xlsx", "a");
    InboxCollector collector =
        new InboxCollector(
            home.inbox(), raw, ledger, Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")), "local");
    collector.count(collector.store(collector.waiting().get(0)));
    assertTrue(Files.exists(file));
    channel(NOW.plusSeconds(3600)).collectOnce(Progress.SILENT);
    assertEquals(1, ledger.waiting());
    assertEquals(1, raw.envelopes().size());
    assertEquals(List.of(), files());
  }

  @Test
  void anEnvelopeDoesNotOutliveItsFile() throws IOException {
    put(".taken-a.xlsx", "a");
    put("a.xlsx.envelope.json", "{\"partner\":\"x\"}");
    channel(NOW).collectOnce(Progress.SILENT);
    assertEquals(List.of(), files());
  }

  @Test
  void takesTenThousandFilesInOneGo() throws IOException {
    for (int number = 0; number < 10_000; number++) {
      put("f" + number + ".csv", "content " + number);
    }
    long start = System.nanoTime();
    assertEquals(10_000, channel(NOW).collectOnce(Progress.SILENT).deliveries());
    assertEquals(10_000, ledger.waiting());
    assertFalse(System.nanoTime() - start > 300_000_000_000L, "took more than five minutes");
    assertEquals(Optional.empty(), files().stream().findFirst());
  }

  private List<String> files() throws IOException {
    try (var walk = Files.walk(home.inbox())) {
      return walk.filter(Files::isRegularFile)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
