package xinglin.app.serve;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.home.HomeLock;

/**
 * The lock of the home for all work of this process together: taken with the first that begins,
 * given back with the last that ends. Between them other commands have their turn.
 */
final class HomeGate {
  private final Home home;
  private Optional<HomeLock> lock = Optional.empty();
  private int inside;

  /** Held by whoever sends answers: two at a time would send one twice. */
  private final ReentrantLock sending = new ReentrantLock();

  HomeGate(Home home) {
    this.home = home;
  }

  ReentrantLock sending() {
    return sending;
  }

  /** False if another process is at work. */
  synchronized boolean enter() {
    if (inside == 0) {
      lock = HomeLock.tryTake(home);
    }
    if (lock.isEmpty()) {
      return false;
    }
    inside++;
    return true;
  }

  synchronized void leave() {
    inside--;
    if (inside == 0) {
      lock.ifPresent(HomeLock::close);
      lock = Optional.empty();
    }
  }
}
