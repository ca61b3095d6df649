package xinglin.routes.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.batch.Progress;
import xinglin.routes.arrival.Allowances;
import xinglin.routes.arrival.DayLimits;
import xinglin.routes.folder.FolderCollector.FileGroup;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.FolderChannel;
import xinglin.routes.partner.Tried;
import xinglin.routes.round.ChannelRound;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.raw.RawStore;

/** Taking files from a folder of this machine. */
final class FolderChannelsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-08-15T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
  @TempDir Path scratch;

  @BeforeEach
  void make() throws IOException {
    Files.createDirectories(share());
  }

  private Path share() {
    return scratch.resolve("share");
  }

  private FolderChannel channel(String partner, Path path) {
    return new FolderChannel(
        partner,
        path,
        path.resolve("received"),
        path.resolve("answers"),
        Duration.ofSeconds(30),
        9);
  }

  private Home home() {
    return Home.openOrCreate(scratch.resolve("home"));
  }

  private Ledger ledger() {
    return new Ledger(StateDatabase.open(home()));
  }

  private Allowances allowances(long deliveries) {
    return new Allowances(
        Map.of("320303", new DayLimits(deliveries, 1 << 20)),
        DayLimits.standard(),
        ledger(),
        CLOCK);
  }

  private ChannelRound.Outcome collect(long limit, FolderChannel... channels) {
    return new FolderChannels(
            List.of(channels),
            new RawStore(home()),
            ledger(),
            CLOCK,
            home().inbox(),
            allowances(limit))
        .collectOnce(Progress.SILENT);
  }

  @Test
  void whatIsCompleteIsTakenOnceAndMovedNeverDeleted() throws Exception {
    old("汇总表.csv", "一");
    young("declared.csv", "二");
    young("declared.csv.done", "");
    young("right.csv", "三");
    young("right.csv.sha256", sha256("三") + "  right.csv\n");
    old("wrong.csv", "四");
    young("wrong.csv.sha256", "00ff");
    young("young.csv", "五");
    young("young.csv.done", "");
    Files.setLastModifiedTime(
        share().resolve("young.csv.done"), FileTime.from(Instant.now().minusSeconds(60)));
    old("upload.csv.part", "");
    old(".hidden", "");
    Files.createDirectories(share().resolve("sub"));
    Files.createSymbolicLink(share().resolve("link.csv"), Path.of("/etc/hostname"));
    ChannelRound.Outcome round = collect(100, channel("320303", share()));
    assertEquals(Map.of(), round.failures());
    assertEquals(
        List.of(
            "320303 folder declared.csv=二", "320303 folder right.csv=三", "320303 folder 汇总表.csv=一"),
        stored());
    assertEquals(List.of("320303: wrong.csv is not what its .sha256 says"), round.leftBehind());
    assertEquals(
        List.of(
            ".hidden",
            "link.csv",
            "received",
            "sub",
            "upload.csv.part",
            "wrong.csv",
            "wrong.csv.sha256",
            "young.csv",
            "young.csv.done"),
        names(share()));
    assertEquals(
        List.of(
            "20240815-100000-declared.csv",
            "20240815-100000-declared.csv.done",
            "20240815-100000-right.csv",
            "20240815-100000-right.csv.sha256",
            "20240815-100000-汇总表.csv"),
        names(share().resolve("received")));
    assertEquals(0, collect(100, channel("320303", share())).deliveries());
    old("汇总表.csv", "改正");
    assertEquals(1, collect(100, channel("320303", share())).deliveries());
    assertTrue(
        names(share().resolve("received")).contains("20240815-100000-汇总表.csv-1"),
        "nothing is overwritten");
  }

  @Test
  void killedBeforeMovingItCountsNothingTwice() throws IOException {
    old("a.csv", "7");
    FolderChannel channel = channel("320303", share());
    FolderCollector killed =
        new FolderCollector(
            channel,
            new RawStore(home()),
            ledger(),
            Clock.offset(CLOCK, Duration.ofHours(-1)),
            home().inbox().resolve(".320303.folder-arrivals.json"),
            allowances(100).of("320303"));
    for (FileGroup group : killed.list()) {
      killed.count(killed.store(group));
    }
    assertEquals(1, stored().size());
    collect(100, channel);
    assertEquals(1, stored().size());
    assertEquals(List.of("20240815-100000-a.csv"), names(share().resolve("received")));
    assertEquals(List.of("received"), names(share()));
  }

  @Test
  void oneThatIsNotThereIsSaidAndTheOthersGoOn() throws IOException {
    old("a.csv", "7");
    FolderChannel gone = channel("320305", scratch.resolve("unmounted"));
    ChannelRound.Outcome round = collect(100, gone, channel("320303", share()));
    assertEquals(1, round.deliveries());
    assertEquals(
        Problem.FOLDER_MISSING, ((ChannelException) round.failures().get("320305")).problem());
    List<Tried> tried = new FolderProbe(gone).probe(Map.of());
    assertEquals(
        List.of(scratch.resolve("unmounted").toString(), "localhost", "NoSuchFile"),
        tried.get(0).problem().orElseThrow().values());
    assertEquals(
        List.of("FOLDER", "RECEIVED"),
        new FolderProbe(channel("320303", share()))
            .probe(Map.of()).stream().map(one -> one.step().name()).toList());
  }

  @Test
  void whatIsAboveTheLimitOfADayStays() throws IOException {
    for (int i = 1; i <= 4; i++) {
      old(i + ".csv", "行" + i);
    }
    ChannelRound.Outcome round = collect(3, channel("320303", share()));
    assertEquals(3, round.deliveries());
    assertEquals(
        List.of("1", share().toString(), "3", "1"), round.warnings().get("320303").values());
    assertEquals(List.of("4.csv", "received"), names(share()));
  }

  private void old(String name, String content) throws IOException {
    young(name, content);
    Files.setLastModifiedTime(
        share().resolve(name), FileTime.from(Instant.now().minus(Duration.ofHours(1))));
  }

  private void young(String name, String content) throws IOException {
    Files.writeString(share().resolve(name), content);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> stored() throws IOException {
    List<String> stored = new ArrayList<>();
    for (Delivery delivery : ledger().latestDeliveries(1000)) {
      var arrival = delivery.envelope().arrival();
      Path bytes = new RawStore(home()).path(delivery.envelope().sha256());
      stored.add(
          arrival.partner()
              + " "
              + arrival.channel()
              + " "
              + arrival.fileName()
              + "="
              + Files.readString(bytes));
    }
    return stored.stream().sorted().toList();
  }

  private static String sha256(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
