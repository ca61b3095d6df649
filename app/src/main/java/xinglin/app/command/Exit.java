package xinglin.app.command;

/** What the process says to whoever started it. Rejected submissions are data, not failures. */
public enum Exit {
  DONE(0),
  ERRORS_FOUND(1),
  WRONG_USAGE(2),
  /** A step failed; starting the same command again picks it up. */
  STEP_FAILED(3),
  HOME_BUSY(4);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
