package xinglin.app.assembly;

import java.time.Duration;
import java.util.Optional;
import xinglin.app.failure.HomeBusyException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.home.HomeLock;

/**
 * The lock of a home for a command. {@code serve} holds it for moments, whenever it asks a channel:
 * that is waited for. Any other run is not.
 */
public final class HomeTurn {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private HomeTurn() {}

  /**
   * Takes the lock.
   *
   * @throws HomeBusyException if another run holds this home
   */
  public static HomeLock take(Home home) {
    Optional<HomeLock> lock = HomeLock.tryTake(home);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (lock.isEmpty() && System.nanoTime() < end && HomeLock.server(home).isPresent()) {
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      lock = HomeLock.tryTake(home);
    }
    return lock.orElseThrow(() -> new HomeBusyException(home.root()));
  }
}
