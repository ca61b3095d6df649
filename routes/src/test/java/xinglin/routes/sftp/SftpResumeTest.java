package xinglin.routes.sftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.batch.Progress;
import xinglin.routes.dispatch.Carrier;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.KnownHosts;
import xinglin.routes.partner.SftpChannel;
import xinglin.routes.round.ChannelRound;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Parcel;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawGroup;
import xinglin.warehouse.raw.RawStore;

/**
 * Large files go on where they broke off, as long as they are the same. At most 8 MiB are under way
 * when a wire is cut, so that much is known to be lost.
 */
final class SftpResumeTest {
  private static final int BYTES = 24 << 20;
  private static final Parcel PARCEL =
      Parcel.kept("a.answer", "a", County.ID, "not asked", Instant.EPOCH);
  @TempDir Path folder;
  private Optional<SftpServer> server = Optional.empty();

  @BeforeEach
  void start() throws IOException {
    server = Optional.of(new SftpServer(folder.resolve("server")));
  }

  @AfterEach
  void stop() throws IOException {
    server.orElseThrow().close();
  }

  private SftpServer server() {
    return server.orElseThrow();
  }

  private static byte[] random(long seed) {
    byte[] bytes = new byte[BYTES];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private void assertTaken(byte[] expected) throws IOException {
    Home home = Home.openOrCreate(folder.resolve("home"));
    List<Envelope> envelopes = new RawStore(home).envelopes();
    assertEquals(1, envelopes.size());
    assertArrayEquals(
        expected, Files.readAllBytes(new RawStore(home).path(envelopes.get(0).sha256())));
    assertEquals(1, server().names("received").size());
    assertEquals(List.of(), parts(home));
  }

  private static List<Path> parts(Home home) throws IOException {
    try (Stream<Path> parts = Files.walk(home.temporary())) {
      return parts.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aLargeFileGoesOnInTheSameRound() throws Exception {
    byte[] content = random(1);
    server().old("large.bin", content);
    try (Wire wire = new Wire(server().port(), Wire.Fault.CUT_ONCE, BYTES / 4 * 3)) {
      County county = new County(folder, wire.port()).prepare(server());
      ChannelRound.Outcome round =
          county.channels(Moments.unwatched()).collectOnce(Progress.SILENT);
      assertEquals(Map.of(), round.failures());
      assertEquals(1, round.deliveries());
      assertTrue(wire.passed() < BYTES / 2 * 3L, wire.passed() + " bytes went over the wire");
    }
    assertTaken(content);
  }

  @Test
  void aLargeFileGoesOnInTheNextRoundIfItIsTheSame() throws Exception {
    server().old("large.bin", random(2));
    try (Wire wire = new Wire(server().port(), Wire.Fault.CUT, BYTES / 4 * 3)) {
      County county = new County(folder, wire.port()).prepare(server());
      assertEquals(Problem.BROKEN_OFF, problem(county));
      byte[] other = random(3);
      Path replaced = server().old("large.bin", other);
      FileTime earlier = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
      Files.setLastModifiedTime(replaced, earlier);
      wire.allow(BYTES / 4 * 3);
      assertEquals(Problem.BROKEN_OFF, problem(county));
      wire.allow(BYTES / 3 * 2);
      assertEquals(
          Map.of(), county.channels(Moments.unwatched()).collectOnce(Progress.SILENT).failures());
      assertTaken(other);
    }
  }

  private static Problem problem(County county) throws IOException {
    ChannelRound.Outcome round = county.channels(Moments.unwatched()).collectOnce(Progress.SILENT);
    return ((ChannelException) round.failures().get(County.ID)).problem();
  }

  @Test
  void whatWasNotForcedToDiskIsFetchedAgain() throws Exception {
    SftpChannel channel = new County(folder, 22).channel(Duration.ofSeconds(3));
    RemoteFile file = new RemoteFile("large.bin", BYTES, Instant.EPOCH);
    byte[] content = random(4);
    AtomicInteger kept = new AtomicInteger();
    Path parts = folder.resolve("parts");
    int first = BYTES / 3;
    try (Partial part = Partial.of(parts, channel, file, kept::incrementAndGet)) {
      part.take(new ByteArrayInputStream(content, 0, first));
    }
    assertEquals(1, kept.get());
    Path bytes = one(parts);
    Files.write(bytes, "not forced".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    Home home = Home.openOrCreate(folder.resolve("home"));
    try (Partial part = Partial.of(parts, channel, file, kept::incrementAndGet);
        RawGroup group = new RawStore(home).begin()) {
      assertEquals(first, part.length());
      part.take(new ByteArrayInputStream(content, first, BYTES - first));
      Arrival arrival = Arrival.ofFile(County.ID, "sftp", "large.bin", Instant.EPOCH);
      Envelope envelope = part.into(group, arrival);
      group.commit();
      byte[] stored = Files.readAllBytes(new RawStore(home).path(envelope.sha256()));
      assertTrue(Arrays.equals(content, stored));
      assertEquals(envelope, group(home, arrival, content));
    }
    assertEquals(1, kept.get());
  }

  /** What the same bytes are when they are copied in one go. */
  private static Envelope group(Home home, Arrival arrival, byte[] content) {
    try (RawGroup group = new RawStore(home).begin()) {
      return group.add(arrival, new ByteArrayInputStream(content));
    }
  }

  private static Path one(Path parts) throws IOException {
    try (Stream<Path> files = Files.list(parts)) {
      return files
          .filter(file -> !file.getFileName().toString().contains("."))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void anAnswersFolderThatCannotBeWrittenIsSaidAndWorksLater() throws Exception {
    County county = new County(folder, server().port()).prepare(server());
    SftpChannel channel = county.channel(Duration.ofSeconds(3));
    Carrier answers =
        new SftpAnswers(
            channel,
            "answers",
            "/answers",
            new KnownHosts(folder.resolve("known_hosts")),
            Moments.unwatched(),
            Map.of());
    Path inTheWay = server().old("answers", new byte[] {1});
    Path prepared = Files.createDirectories(folder.resolve("prepared"));
    Files.writeString(prepared.resolve("receipt.json"), "{}");
    try (Carrier.Connection connection = answers.open()) {
      ChannelException refused =
          assertThrows(ChannelException.class, () -> connection.deliver(PARCEL, prepared));
      assertEquals(Problem.ANSWERS_NOT_WRITABLE, refused.problem());
      assertEquals("/answers", refused.values().get(0));
    }
    Files.delete(inTheWay);
    try (Carrier.Connection connection = answers.open()) {
      connection.deliver(PARCEL, prepared);
    }
    assertEquals(List.of("receipt.json"), server().names("answers"));
  }
}
