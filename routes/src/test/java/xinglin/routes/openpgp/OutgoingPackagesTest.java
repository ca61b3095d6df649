package xinglin.routes.openpgp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import xinglin.jobs.exchange.pack.Identities;
import xinglin.jobs.exchange.seal.Sealing;
import xinglin.jobs.exchange.seal.SealingException;
import xinglin.jobs.exchange.send.OutgoingPackages;
import xinglin.jobs.exchange.send.OutgoingPackages.Stage;
import xinglin.jobs.exchange.send.Shipment;
import xinglin.schemas.exchange.profile.Profiles;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Answer;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.ledger.PackageEntry.Content;
import xinglin.warehouse.ledger.PackageEntry.State;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.ledger.StateDatabase;

/** One number, one content: whenever making a package is broken off. */
final class OutgoingPackagesTest {
  private static final Instant FIRST = Instant.parse("2024-07-04T18:00:00Z");
  private static final Instant SECOND = Instant.parse("2024-07-05T18:00:00Z");
  private static final String PROFILE = "yrd-lead-1";
  @TempDir Path folder = Path.of("");
  private Optional<Home> made = Optional.empty();
  private Optional<StateDatabase> database = Optional.empty();
  private Optional<Sealing> sealing = Optional.empty();

  /** As a process that is gone. */
  private static final class Gone extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void prepare() throws IOException {
    made = Optional.of(Home.create(folder.resolve("home")));
    database = Optional.of(StateDatabase.open(home()));
    sealing = Optional.of(sealing("ours", "310000-2024"));
  }

  private Home home() {
    return made.orElseThrow();
  }

  private Sealing sealing(String name, String partnerKey) throws IOException {
    Path keys = Files.createDirectories(folder.resolve(name));
    return TestKeys.sealing(
        keys,
        List.of(new TestKeys(keys).own("320000-2024", "2024-01-01", "")),
        TestKeys.partner("sh", partnerKey, "2024-01-01", ""));
  }

  private OutgoingPackages outgoing(Consumer<Stage> watch) {
    StateDatabase known = database.orElseThrow();
    return new OutgoingPackages(
        "320000",
        home(),
        new PackageLedger(known),
        new Ledger(known),
        sealing.orElseThrow(),
        watch);
  }

  private Shipment shipment(String cell) throws IOException {
    List<String> header = Profiles.load().get(PROFILE).header();
    Path data = folder.resolve("data.csv");
    Files.writeString(
        data,
        String.join(",", header)
            + "\n"
            + header.stream().map(code -> cell).collect(Collectors.joining(","))
            + "\n");
    Path told = Files.writeString(folder.resolve("told"), cell);
    return new Shipment(
        "sh",
        "310000",
        PROFILE,
        Identities.none(),
        LocalDate.parse("2024-06-05"),
        LocalDate.parse("2024-07-04"),
        Optional.of(LocalDate.parse("2024-07-05")),
        data,
        Optional.empty(),
        Map.of("told.parquet", told));
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void whatWasBrokenOffIsTakenUpAsItIs(Stage at) throws IOException {
    Shipment first = shipment("first");
    assertThrows(
        Gone.class,
        () ->
            outgoing(
                    stage -> {
                      if (stage == at) {
                        throw new Gone();
                      }
                    })
                .make(first, FIRST));

    OutgoingPackages again = outgoing(stage -> {});
    List<PackageEntry> taken = again.takeUp("sh", "310000", PROFILE, SECOND);
    assertEquals(at == Stage.BOOKED ? 0 : 1, taken.size());
    again.make(shipment("second"), SECOND);
    assertEquals(List.of(), again.takeUp("sh", "310000", PROFILE, SECOND));

    List<PackageEntry> sent = again.sent("310000", PROFILE);
    assertEquals(
        List.of(
            "320000-310000-yrd-lead-1-20240705-000001", "320000-310000-yrd-lead-1-20240706-000002"),
        sent.stream().map(PackageEntry::packageId).toList());
    assertEquals(
        List.of("first", "second"),
        again.beside("sh", "310000", PROFILE, "told.parquet").stream()
            .map(OutgoingPackagesTest::text)
            .toList());
    assertEquals(
        sent.get(0).content().map(Content::digest), sent.get(1).content().orElseThrow().previous());
    assertEquals(Optional.of(Instant.parse("2024-07-04T16:00:00Z")), sent.get(0).turnAt());
    assertEquals(
        List.of(sent.get(0).packageId(), sent.get(1).packageId()),
        waiting().stream()
            .map(answer -> answer.deliveryId().replaceFirst("^sh/(.*)\\..*$", "$1"))
            .toList());
  }

  @Test
  void theSameZipIsSealedAnewOnceItWasSent() throws Exception {
    OutgoingPackages outgoing = outgoing(stage -> {});
    PackageEntry one = outgoing.make(shipment("first"), FIRST);
    assertFalse(outgoing.reseal(one, SECOND), "it still waits");
    new Ledger(database.orElseThrow()).sent(waiting().get(0).answerId(), SECOND);
    assertEquals(1, new PackageLedger(database.orElseThrow()).settleSent());
    assertEquals(
        State.SENT,
        new PackageLedger(database.orElseThrow()).find(one.packageId()).orElseThrow().state());

    assertTrue(outgoing.reseal(one, SECOND));
    assertFalse(outgoing.reseal(one, SECOND));
    assertEquals(1, waiting().size());
    Path again = home().root().resolve(waiting().get(0).path());
    assertEquals(one.packageId() + ".zip.gpg", again.getFileName().toString());
    assertArrayEquals(
        Files.readAllBytes(
            home()
                .sent()
                .resolve("sh/yrd-lead-1/" + one.packageId() + "/" + one.packageId() + ".zip")),
        opened(again));
  }

  @Test
  void withoutAKeyItIsKeptAndTakenUpLater() throws IOException {
    sealing = Optional.of(sealing("too-young", "310000-2025"));
    Shipment first = shipment("first");
    assertThrows(SealingException.class, () -> outgoing(stage -> {}).make(first, FIRST));
    assertEquals(List.of(), waiting());
    sealing = Optional.of(sealing("old-enough", "310000-2024"));
    assertEquals(1, outgoing(stage -> {}).takeUp("sh", "310000", PROFILE, SECOND).size());
    assertEquals(1, waiting().size());
  }

  private List<Answer> waiting() {
    return new Ledger(database.orElseThrow()).waitingAnswers(10);
  }

  private byte[] opened(Path sealed) throws Exception {
    Path keys = Files.createDirectories(folder.resolve("theirs"));
    Path plain = folder.resolve("plain.zip");
    TestKeys.sealing(
            keys,
            List.of(new TestKeys(keys).own("310000-2024", "2024-01-01", "")),
            TestKeys.partner("js", "320000-2024", "2024-01-01", ""))
        .open(sealed, plain, SECOND, Long.MAX_VALUE);
    return Files.readAllBytes(plain);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
