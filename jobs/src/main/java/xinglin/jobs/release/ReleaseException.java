package xinglin.jobs.release;

/** A release that cannot be made or read as asked. Not our bug: shown to who asked. */
public final class ReleaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Reason reason;

  /** What was wrong. */
  public enum Reason {
    /** Names are letters, digits, hyphens, underscores and dots. */
    NAME,
    /** There is one of this name, or was. */
    EXISTS,
    NOT_PUBLISHED,
    /** It may not be quoted yet. */
    EMBARGOED
  }

  public ReleaseException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
