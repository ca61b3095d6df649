package xinglin.warehouse.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.warehouse.home.Home;

class SealTest {
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  @TempDir Path folder;

  @Test
  void aBlobOpensOnlyInItsOwnRow() {
    Home home = Home.create(folder.resolve("home"));
    Seal seal = new Seal(RestrictedKey.of(home, Map.of(RestrictedKey.VARIABLE, KEY)));
    byte[] blob = seal.close("patrol", "x-0", 1, Map.of("phone", "0577-1"));
    assertFalse(new String(blob, StandardCharsets.UTF_8).contains("0577"));
    assertEquals(Map.of("phone", "0577-1"), seal.open("patrol", "x-0", 1, blob));
    assertEquals(
        "Cannot decrypt row x-0/2 of patrol with key 630dcd29",
        assertThrows(IllegalStateException.class, () -> seal.open("patrol", "x-0", 2, blob))
            .getMessage());
    assertFalse(Files.exists(home.keyFile()));
  }

  @Test
  void withoutAKeyInTheEnvironmentTheHomeHasOneForItsOwnerOnly() throws IOException {
    Home home = Home.create(folder.resolve("home"));
    RestrictedKey made = RestrictedKey.of(home, Map.of());
    assertEquals(made, RestrictedKey.of(home, Map.of()));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.keyFile())));
    assertEquals("RestrictedKey[" + made.id() + "]", made.toString());
  }

  @Test
  void aKeyOfTheWrongLengthIsRefused() {
    Home home = Home.create(folder.resolve("home"));
    assertEquals(
        "Cannot use the key in XINGLIN_RESTRICTED_KEY: it has 3 bytes, not 32",
        assertThrows(
                IllegalStateException.class,
                () -> RestrictedKey.of(home, Map.of(RestrictedKey.VARIABLE, "AAEC")))
            .getMessage());
  }
}
