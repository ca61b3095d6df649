package xinglin.routes.imap;

import java.io.IOException;

/** A message that stays where it is, and why. */
final class LeftBehindException extends IOException {
  private static final long serialVersionUID = 1L;

  LeftBehindException(long uid, String why) {
    super("UID " + uid + ": " + why);
  }
}
