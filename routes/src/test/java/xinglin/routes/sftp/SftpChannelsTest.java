package xinglin.routes.sftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.batch.Progress;
import xinglin.routes.arrival.Allowances;
import xinglin.routes.arrival.DayLimits;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.KnownHosts;
import xinglin.routes.partner.SftpChannel;
import xinglin.routes.round.ChannelRound;
import xinglin.routes.sftp.SftpCollector.FileGroup;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.raw.RawStore;

/** Fetching from a real SFTP server. */
final class SftpChannelsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-08-15T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
  @TempDir Path folder;
  private Optional<SftpServer> running = Optional.empty();

  @BeforeEach
  void start() throws IOException {
    running = Optional.of(new SftpServer(folder.resolve("server")));
  }

  @AfterEach
  void stop() throws IOException {
    running.orElseThrow().close();
  }

  private SftpServer server() {
    return running.orElseThrow();
  }

  private Home home() {
    return Home.openOrCreate(folder.resolve("home"));
  }

  private Ledger ledger() {
    return new Ledger(StateDatabase.open(home()));
  }

  private KnownHosts known() {
    return new KnownHosts(folder.resolve("known_hosts"));
  }

  private SftpChannels channels(SftpChannel... channels) {
    return new SftpChannels(
        List.of(channels),
        known(),
        new RawStore(home()),
        ledger(),
        CLOCK,
        home().inbox(),
        home().temporary(),
        allowances(),
        Moments.unwatched());
  }

  private Allowances allowances() {
    return new Allowances(Map.of(), DayLimits.standard(), ledger(), CLOCK);
  }

  private SftpChannel trusted() throws IOException {
    SftpChannel channel = server().withPassword("320303", folder);
    server().trusted(channel, known());
    return channel;
  }

  @Test
  void filesAreStoredCountedAndMovedOnce() throws IOException {
    SftpChannel channel = trusted();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      server().old("汇总表" + i + ".csv", ("行" + i).getBytes(StandardCharsets.UTF_8));
      expected.add("汇总表" + i + ".csv=行" + i);
    }
    assertEquals(60, channels(channel).collectOnce(Progress.SILENT).deliveries());
    assertEquals(expected.stream().sorted().toList(), stored());
    assertEquals(List.of(), server().names("."));
    assertEquals(60, server().names("received").size());
    assertTrue(server().names("received").contains("20240815-100000-汇总表7.csv"));
    assertEquals(0, channels(channel).collectOnce(Progress.SILENT).deliveries());
    // The same name again, with other content: the content counts, never the path.
    server().old("汇总表7.csv", "改正".getBytes(StandardCharsets.UTF_8));
    assertEquals(1, channels(channel).collectOnce(Progress.SILENT).deliveries());
    assertEquals(62 - 1, ledger().latestDeliveries(100).size());
    assertEquals(61, server().names("received").size());
  }

  @Test
  void aLargeFileArrivesWhole() throws IOException {
    SftpChannel channel = trusted();
    byte[] large = new byte[20 << 20];
    new java.util.Random(1).nextBytes(large);
    server().old("large.bin", large);
    channels(channel).collectOnce(Progress.SILENT);
    Path stored =
        new RawStore(home()).path(ledger().latestDeliveries(1).get(0).envelope().sha256());
    assertEquals(-1, java.util.Arrays.mismatch(large, Files.readAllBytes(stored)));
  }

  @Test
  void whatIsStillWrittenWaits() throws IOException {
    SftpChannel channel = trusted();
    Files.writeString(server().folder().resolve("young.csv"), "1");
    Files.writeString(server().folder().resolve("declared.csv"), "2");
    Files.writeString(server().folder().resolve("declared.csv.done"), "");
    server().old("upload.csv.part", new byte[1]);
    server().old(".hidden", new byte[1]);
    server().old("wrong.csv", new byte[1]);
    server().old("wrong.csv.sha256", "00ff".getBytes(StandardCharsets.UTF_8));
    byte[] right = {1, 2, 3};
    Files.write(server().folder().resolve("right.csv"), right);
    Files.writeString(
        server().folder().resolve("right.csv.sha256"), sha256(right) + "  right.csv\n");
    ChannelRound.Outcome round = channels(channel).collectOnce(Progress.SILENT);
    assertEquals(List.of("declared.csv=2", "right.csv=\u0001\u0002\u0003"), stored());
    assertEquals(List.of("320303: wrong.csv is not what its .sha256 says"), round.leftBehind());
    assertEquals(
        List.of(".hidden", "upload.csv.part", "wrong.csv", "wrong.csv.sha256", "young.csv"),
        server().names("."));
    assertEquals(
        List.of(
            "20240815-100000-declared.csv",
            "20240815-100000-declared.csv.done",
            "20240815-100000-right.csv",
            "20240815-100000-right.csv.sha256"),
        server().names("received"));
  }

  @Test
  void aFileThatGrowsBetweenTwoListingsWaits() throws Exception {
    SftpChannel channel = trusted();
    Path slow = server().old("slow.csv", new byte[] {1});
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; i < 60; i++) {
                try {
                  Files.write(slow, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
                  // As on a server whose clock is an hour late.
                  Files.setLastModifiedTime(
                      slow,
                      java.nio.file.attribute.FileTime.from(Instant.now().minusSeconds(3600)));
                  Thread.sleep(100);
                } catch (IOException | InterruptedException e) {
                  return;
                }
              }
            });
    writer.start();
    ChannelRound.Outcome round = channels(channel).collectOnce(Progress.SILENT);
    writer.interrupt();
    writer.join();
    assertEquals(0, round.deliveries());
    assertEquals(List.of("slow.csv"), server().names("."));
  }

  @Test
  void anUnknownOrChangedHostKeyIsRefusedWithItsFingerprint() throws IOException {
    SftpChannel channel = server().withPassword("320303", folder);
    String fingerprint = SftpConnection.fingerprint(channel);
    assertTrue(fingerprint.startsWith("SHA256:"), fingerprint);
    server().old("a.csv", new byte[1]);
    ChannelException unknown = failure(channel);
    assertEquals(Problem.HOST_KEY_UNKNOWN, unknown.problem());
    assertEquals(List.of(channel.server(), fingerprint), unknown.values());
    known().accept(channel.host(), channel.port(), "SHA256:another");
    ChannelException changed = failure(channel);
    assertEquals(Problem.HOST_KEY_CHANGED, changed.problem());
    assertEquals(List.of(channel.server(), fingerprint, "SHA256:another"), changed.values());
    known().accept(channel.host(), channel.port(), fingerprint);
    assertEquals(1, channels(channel).collectOnce(Progress.SILENT).deliveries());
  }

  /** As OpenSSH makes them unless told otherwise. */
  @Test
  void ed25519KeysOfServerAndUserWork() throws Exception {
    KeyPair user = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
    Path key = folder.resolve("user.key");
    Files.createFile(
        key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = Files.newOutputStream(key)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(user, "test", null, out);
    }
    try (SftpServer modern = SftpServer.ed25519(folder.resolve("modern"), user.getPublic())) {
      SftpChannel channel = modern.channel("320303", key);
      modern.trusted(channel, known());
      modern.old("a.csv", new byte[1]);
      assertEquals(1, channels(channel).collectOnce(Progress.SILENT).deliveries());
    }
  }

  @Test
  void aWrongPasswordIsSaidWithoutIt() throws IOException {
    SftpChannel channel = server().channel("320303", folder, "wrong guess");
    server().trusted(channel, known());
    ChannelException refused = failure(channel);
    assertEquals(Problem.LOGIN_REFUSED, refused.problem());
    assertTrue(
        !refused.toString().contains("wrong guess") && !channel.toString().contains("wrong guess"));
    Files.setPosixFilePermissions(
        folder.resolve("320303.secret"), PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(Problem.SECRET_OPEN, failure(channel).problem());
    Files.delete(folder.resolve("320303.secret"));
    assertEquals(Problem.SECRET_MISSING, failure(channel).problem());
  }

  @Test
  void aServerThatHangsHoldsUpNobody() throws IOException {
    SftpChannel good = trusted();
    server().old("a.csv", new byte[1]);
    try (ServerSocket silent = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      SftpChannel hanging = at(good, "320305", silent.getLocalPort(), "/");
      SftpChannel gone = at(good, "320311", 1, "/");
      SftpChannel misplaced = at(good, "320312", good.port(), "/nowhere");
      ChannelRound.Outcome round =
          channels(hanging, gone, good, misplaced)
              .collectOnce(Progress.SILENT, Duration.ofSeconds(8));
      assertEquals(1, round.deliveries());
      assertEquals(
          Map.of(
              "320305", Problem.BROKEN_OFF,
              "320311", Problem.UNREACHABLE,
              "320312", Problem.FOLDER_MISSING),
          problems(round));
    }
  }

  @Test
  void whatCannotBeMovedIsSaidAndNotTakenTwice() throws IOException {
    SftpChannel channel = trusted();
    server().old("a.csv", new byte[] {7});
    Files.writeString(server().folder().resolve("received"), "a file in the way");
    assertEquals(Problem.FOLDER_NOT_WRITABLE, failure(channel).problem());
    assertEquals(Problem.FOLDER_NOT_WRITABLE, failure(channel).problem());
    assertEquals(1, ledger().latestDeliveries(10).size());
    Files.delete(server().folder().resolve("received"));
    channels(channel).collectOnce(Progress.SILENT);
    assertEquals(1, ledger().latestDeliveries(10).size());
    assertEquals(List.of("20240815-100000-a.csv"), server().names("received"));
  }

  @Test
  void killedBeforeMovingItCountsNothingTwice() throws IOException {
    SftpChannel channel = trusted();
    server().old("a.csv", new byte[] {7});
    Clock earlier = Clock.offset(CLOCK, Duration.ofHours(-5));
    try (SftpCollector killed =
        new SftpCollector(
            channel,
            known(),
            new RawStore(home()),
            ledger(),
            earlier,
            home().inbox().resolve(".320303.arrivals.json"),
            home().temporary().resolve("parts"),
            allowances().of("320303"),
            Moments.unwatched())) {
      for (FileGroup group : killed.list()) {
        killed.count(killed.store(group));
      }
    }
    assertEquals(1, ledger().latestDeliveries(10).size());
    channels(channel).collectOnce(Progress.SILENT);
    assertEquals(1, ledger().latestDeliveries(10).size());
    assertEquals(List.of("20240815-100000-a.csv"), server().names("received"));
  }

  @Test
  void whatIsAboveTheLimitOfADayStaysUntilTomorrow() throws IOException {
    SftpChannel channel = trusted();
    for (int i = 1; i <= 5; i++) {
      server().old(i + ".csv", new byte[] {(byte) i});
    }
    ChannelRound.Outcome round = limited(channel, CLOCK, 3);
    assertEquals(3, round.deliveries());
    assertEquals(Map.of(), round.failures());
    assertEquals(
        List.of("2", channel.server(), "3", "1024"), round.warnings().get("320303").values());
    assertEquals(0, limited(channel, CLOCK, 3).deliveries());
    assertEquals(List.of("4.csv", "5.csv"), server().names("."));
    Clock tomorrow = Clock.offset(CLOCK, Duration.ofHours(15));
    assertEquals(2, limited(channel, tomorrow, 3).deliveries());
    assertEquals(List.of(), server().names("."));
  }

  private ChannelRound.Outcome limited(SftpChannel channel, Clock clock, long deliveries) {
    Allowances allowances =
        new Allowances(
            Map.of("320303", new DayLimits(deliveries, 1 << 30)),
            DayLimits.standard(),
            ledger(),
            clock);
    return new SftpChannels(
            List.of(channel),
            known(),
            new RawStore(home()),
            ledger(),
            clock,
            home().inbox(),
            home().temporary(),
            allowances,
            Moments.unwatched())
        .collectOnce(Progress.SILENT);
  }

  private ChannelException failure(SftpChannel channel) {
    ChannelRound.Outcome round = channels(channel).collectOnce(Progress.SILENT);
    return assertThrows(
        ChannelException.class,
        () -> {
          if (!round.failures().isEmpty()) {
            throw round.failures().values().iterator().next();
          }
        });
  }

  private static Map<String, Problem> problems(ChannelRound.Outcome round) {
    Map<String, Problem> problems = new java.util.HashMap<>();
    round
        .failures()
        .forEach(
            (partner, failure) -> problems.put(partner, ((ChannelException) failure).problem()));
    return problems;
  }

  private static SftpChannel at(SftpChannel like, String partner, int port, String folder) {
    return new SftpChannel(
        partner,
        like.host(),
        port,
        like.user(),
        like.password(),
        like.key(),
        like.hostKey(),
        folder,
        "/received",
        like.quiet(),
        like.most());
  }

  private List<String> stored() throws IOException {
    List<String> stored = new ArrayList<>();
    for (Delivery delivery : ledger().latestDeliveries(1000)) {
      Path bytes = new RawStore(home()).path(delivery.envelope().sha256());
      stored.add(delivery.envelope().arrival().fileName() + "=" + Files.readString(bytes));
    }
    return stored.stream().sorted().toList();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
