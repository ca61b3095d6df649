package xinglin.app.failure;

import java.nio.file.Path;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.home.HomeLock;
import xinglin.warehouse.home.LockHolder;

/** Another process serves this home already. */
public final class HomeServedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Path home;
  private final transient LockHolder holder;

  private HomeServedException(Path home, LockHolder holder) {
    super("Cannot serve home " + home + ": process " + holder.process() + " does");
    this.home = home;
    this.holder = holder;
  }

  /** With who it is, as it wrote itself down. */
  public static HomeServedException of(Home home) {
    return new HomeServedException(
        home.root(), HomeLock.server(home).orElseGet(() -> new LockHolder(0, "")));
  }

  public Path home() {
    return home;
  }

  public LockHolder holder() {
    return holder;
  }
}
