package xinglin.routes.sftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.batch.Progress;
import xinglin.routes.moment.Moment;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.SftpChannel;
import xinglin.routes.round.ChannelRound;

/** Servers that die or hang, networks that break, and files that change under our hands. */
final class SftpTroubleTest {
  private static final int FILES = 300;
  @TempDir Path folder;
  private List<SftpServer> servers = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    servers = new ArrayList<>(List.of(new SftpServer(folder.resolve("server"))));
  }

  @AfterEach
  void stop() throws IOException {
    for (SftpServer server : servers) {
      server.close();
    }
  }

  private SftpServer server() {
    return servers.get(servers.size() - 1);
  }

  private List<String> fill() throws IOException {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      String content = i + "x".repeat(3000);
      server().old(i + ".csv", content.getBytes(StandardCharsets.UTF_8));
      expected.add(i + ".csv=" + content);
    }
    return expected.stream().sorted().toList();
  }

  @Test
  void aNetworkThatIsCutInTheMiddle() throws Exception {
    List<String> expected = fill();
    try (Wire wire = new Wire(server().port(), Wire.Fault.CUT, Long.MAX_VALUE)) {
      County county = new County(folder, wire.port()).prepare(server());
      try (Wire broken = new Wire(server().port(), Wire.Fault.CUT, 400_000)) {
        County cut = new County(folder, broken.port()).prepare(server());
        ChannelRound.Outcome round = cut.channels(Moments.unwatched()).collectOnce(Progress.SILENT);
        assertEquals(Problem.BROKEN_OFF, problem(round));
        assertTrue(server().names("received").size() < FILES);
      }
      ChannelRound.Outcome round =
          county.channels(Moments.unwatched()).collectOnce(Progress.SILENT);
      assertEquals(Map.of(), round.failures());
      assertEquals(expected, county.stored());
      assertEquals(FILES, server().names("received").size());
    }
  }

  @Test
  void aServerThatDiesInTheMiddle() throws Exception {
    List<String> expected = fill();
    County county = new County(folder, server().port()).prepare(server());
    SftpServer dying = server();
    ChannelRound.Outcome round =
        county
            .channels(
                moment -> {
                  if (moment == Moment.SFTP_COUNTED) {
                    close(dying);
                  }
                })
            .collectOnce(Progress.SILENT);
    assertEquals(Problem.BROKEN_OFF, problem(round));
    servers.add(new SftpServer(folder.resolve("server")));
    County again = new County(folder, server().port()).prepare(server());
    assertEquals(
        Map.of(), again.channels(Moments.unwatched()).collectOnce(Progress.SILENT).failures());
    assertEquals(expected, again.stored());
    assertEquals(FILES, server().names("received").size());
  }

  @Test
  void aServerThatGoesSilentInAReadHoldsUpNobody() throws Exception {
    server().old("large.bin", new byte[8 << 20]);
    try (SftpServer other = new SftpServer(folder.resolve("other"));
        Wire wire = new Wire(server().port(), Wire.Fault.SILENCE, 2 << 20)) {
      SftpChannel silent =
          new County(folder, wire.port()).prepare(server()).channel(Duration.ofSeconds(30));
      other.old("a.csv", "甲".getBytes(StandardCharsets.UTF_8));
      County good = new County(folder, other.port()).prepare(other);
      SftpChannel named = named("320305", good.channel(Duration.ofSeconds(30)));
      List<SftpChannel> many = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        many.add(named("silent" + i, silent));
      }
      many.add(named);
      long start = System.nanoTime();
      ChannelRound.Outcome round =
          good.channels(Moments.unwatched(), many)
              .collectOnce(Progress.SILENT, Duration.ofSeconds(15));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertEquals(List.of("a.csv=甲"), good.stored());
      assertEquals(12, round.failures().size());
      assertTrue(took.compareTo(Duration.ofSeconds(60)) < 0, took.toString());
    }
  }

  @Test
  void aSlowUploadWithAnInterruptionIsNeverTakenHalf() throws Exception {
    County county = new County(folder, server().port()).prepare(server());
    SftpChannel channel = county.channel(Duration.ofSeconds(3));
    Path slow = server().folder().resolve("slow.csv");
    AtomicBoolean written = new AtomicBoolean();
    Thread uploading =
        new Thread(
            () -> {
              for (int i = 0; i < 40; i++) {
                append(slow, (byte) ('a' + i % 26));
                pause(i == 20 ? 1500 : 100);
              }
              written.set(true);
            });
    uploading.start();
    long deliveries = 0;
    while (deliveries == 0) {
      deliveries =
          county
              .channels(Moments.unwatched(), List.of(channel))
              .collectOnce(Progress.SILENT)
              .deliveries();
      assertTrue(deliveries == 0 || written.get(), "taken before it was whole");
    }
    uploading.join();
    assertEquals(List.of("slow.csv=abcdefghijklmnopqrstuvwxyzabcdefghijklmn"), county.stored());
  }

  @Test
  void aFileThatIsReplacedAfterItWasStoredGoesBackAndIsTakenToo() throws Exception {
    County county = new County(folder, server().port()).prepare(server());
    server().old("a.csv", "old".getBytes(StandardCharsets.UTF_8));
    ChannelRound.Outcome round =
        county.channels(replacing(Moment.SFTP_STORED)).collectOnce(Progress.SILENT);
    assertEquals(List.of("320303: a.csv was replaced while it was fetched"), round.leftBehind());
    assertEquals(List.of("a.csv"), server().names("."));
    assertEquals(List.of("a.csv=old"), county.stored());
    assertEquals(1, county.channels(Moments.unwatched()).collectOnce(Progress.SILENT).deliveries());
    assertEquals(List.of("a.csv=new one", "a.csv=old"), county.stored());
    assertEquals(List.of(), server().names("."));
    assertEquals(1, server().names("received").size());
  }

  @Test
  void aFileThatIsReplacedBeforeItIsFetchedIsTakenNextTime() throws Exception {
    County county = new County(folder, server().port()).prepare(server());
    server().old("a.csv", "old".getBytes(StandardCharsets.UTF_8));
    ChannelRound.Outcome round =
        county.channels(replacing(Moment.SFTP_LISTED)).collectOnce(Progress.SILENT);
    assertEquals(0, round.deliveries());
    assertEquals(List.of("320303: a.csv changed while it was fetched"), round.leftBehind());
    county.channels(Moments.unwatched()).collectOnce(Progress.SILENT);
    assertEquals(List.of("a.csv=new one"), county.stored());
  }

  /** The sender renames a newer file over the one that we are taking. */
  private Moments replacing(Moment when) {
    return moment -> {
      if (moment == when) {
        try {
          Path newer = server().old("a.csv.uploading", "new one".getBytes(StandardCharsets.UTF_8));
          Files.move(
              newer, server().folder().resolve("a.csv"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
    };
  }

  private static SftpChannel named(String partner, SftpChannel like) {
    return new SftpChannel(
        partner,
        like.host(),
        like.port(),
        like.user(),
        like.password(),
        like.key(),
        like.hostKey(),
        like.folder(),
        like.received(),
        like.quiet(),
        like.most());
  }

  private static Problem problem(ChannelRound.Outcome round) {
    return ((ChannelException) round.failures().get(County.ID)).problem();
  }

  private static void append(Path file, byte one) {
    try {
      Files.write(file, new byte[] {one}, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(SftpServer server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
