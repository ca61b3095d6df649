package xinglin.app.failure;

import java.nio.file.Path;

/** Another run holds this home. */
public final class HomeBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Path home;

  public HomeBusyException(Path home) {
    super("Cannot run on home " + home + ": another run holds it");
    this.home = home;
  }

  public Path home() {
    return home;
  }
}
