package xinglin.warehouse.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;

class RawStoreTest {
  private static final String SHA_OF_HELLO =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
  @TempDir Path folder;

  private static Arrival arrival(String name, String at) {
    return Arrival.ofFile("county", "inbox", name, Instant.parse(at));
  }

  private static ByteArrayInputStream hello() {
    return new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void bytesLieUnderTheirDigestWithAnEnvelopePerDelivery() throws IOException {
    Home home = Home.create(folder.resolve("home"));
    RawStore store = new RawStore(home);
    try (RawGroup group = store.begin()) {
      group.add(arrival("b.xlsx", "2024-08-02T10:00:00Z"), hello());
      group.add(arrival("a.xlsx", "2024-08-01T10:00:00.123456Z"), hello());
      group.commit();
    }
    Path bytes = home.raw().resolve("2c").resolve(SHA_OF_HELLO);
    assertEquals(bytes, store.path(SHA_OF_HELLO));
    assertEquals("hello", Files.readString(bytes));
    List<Envelope> envelopes = store.envelopes();
    assertEquals(
        List.of("a.xlsx", "b.xlsx"),
        envelopes.stream().map(envelope -> envelope.arrival().fileName()).toList());
    assertEquals(
        Instant.parse("2024-08-01T10:00:00.123Z"), envelopes.get(0).arrival().receivedAt());
    try (Stream<Path> beside = Files.list(bytes.getParent())) {
      assertEquals(3, beside.count());
    }
  }

  @Test
  void theSameArrivalHasTheSameIdWheneverItIsStored() {
    Envelope one = Envelope.of(arrival("a.xlsx", "2024-08-01T10:00:00Z"), SHA_OF_HELLO, 5);
    Envelope other = Envelope.of(arrival("a.xlsx", "2024-08-01T10:00:00Z"), SHA_OF_HELLO, 5);
    assertEquals(one, other);
    // First 16 hex digits of SHA-256 of county|inbox|2024-08-01T10:00:00Z|a.xlsx|2cf24d…
    assertEquals("92731fc93663ad99", one.deliveryId());
  }

  @Test
  void nothingIsKeptOfAGroupThatWasNotCommitted() {
    Home home = Home.create(folder.resolve("home"));
    RawStore store = new RawStore(home);
    try (RawGroup group = store.begin()) {
      group.add(arrival("a.xlsx", "2024-08-01T10:00:00Z"), hello());
    }
    assertEquals(List.of(), store.envelopes());
    assertEquals(
        "Cannot find stored bytes: " + SHA_OF_HELLO,
        assertThrows(DeliveryException.class, () -> store.path(SHA_OF_HELLO)).getMessage());
  }

  @Test
  void theDomainOfASenderIsNotPersonal() {
    Arrival mail =
        new Arrival(
            Optional.empty(),
            0,
            "county",
            "mail",
            Optional.of("某某 <someone@WSJ.example.gov.cn>"),
            Optional.empty(),
            "a.xlsx",
            Instant.EPOCH);
    assertEquals(Optional.of("wsj.example.gov.cn"), mail.senderDomain());
  }
}
