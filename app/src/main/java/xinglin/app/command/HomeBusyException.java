package xinglin.app.command;

import java.nio.file.Path;

/** Another run holds this home. */
final class HomeBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Path home;

  HomeBusyException(Path home) {
    super("Cannot run on home " + home + ": another run holds it");
    this.home = home;
  }

  Path home() {
    return home;
  }
}
