package xinglin.warehouse.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path folder;

  @Test
  void whatIsPersonalIsClosedToOthers() throws IOException {
    Home home = Home.create(folder.resolve("home"));
    for (Path closed : List.of(home.raw(), home.outbox(), home.restricted(), home.temporary())) {
      assertEquals(
          "rwx------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(closed)),
          closed.toString());
    }
  }

  @Test
  void aHomeIsFoundAgain() throws IOException {
    Home made = Home.openOrCreate(folder.resolve("home"));
    assertEquals(made.root(), Home.openOrCreate(folder.resolve("home")).root());
    assertEquals(folder.resolve("home").toRealPath(), made.root());
  }

  @Test
  void aHomeMovedByHandIsRefusedAndNamesRestore() throws IOException {
    Path former = Home.create(folder.resolve("home")).root();
    Path moved = Files.move(former, former.resolveSibling("elsewhere"));
    HomeException refused = assertThrows(HomeException.class, () -> Home.open(moved));
    assertEquals(HomeException.Reason.MOVED, refused.reason());
    assertEquals(
        "Cannot open home "
            + moved
            + ": it was made as "
            + former
            + " and moved or copied by hand; use `xinglin restore` to put it on another path",
        refused.getMessage());
  }

  @Test
  void aFolderWithOtherThingsIsNoPlaceForAHome() throws IOException {
    Files.createDirectories(folder.resolve("full/inbox"));
    Files.writeString(folder.resolve("full/letter.txt"), "");
    HomeException refused =
        assertThrows(HomeException.class, () -> Home.openOrCreate(folder.resolve("full")));
    assertEquals(HomeException.Reason.OCCUPIED, refused.reason());
    assertEquals(
        HomeException.Reason.MISSING,
        assertThrows(HomeException.class, () -> Home.open(folder.resolve("nowhere"))).reason());
  }

  @Test
  void aSecondRunDoesNotGetTheLock() {
    Home home = Home.create(folder.resolve("home"));
    HomeLock first = HomeLock.tryTake(home).orElseThrow();
    assertEquals(Optional.empty(), HomeLock.tryTake(home));
    first.close();
    Optional<HomeLock> next = HomeLock.tryTake(home);
    assertTrue(next.isPresent());
    next.get().close();
  }
}
