package xinglin.routes.sftp;

import java.io.IOException;

/** A file that stays where it is, and why. */
final class LeftBehindException extends IOException {
  private static final long serialVersionUID = 1L;

  LeftBehindException(String why) {
    super(why);
  }
}
