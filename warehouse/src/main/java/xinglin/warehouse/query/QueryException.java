package xinglin.warehouse.query;

/** A question that cannot be answered as it was asked. Not our bug: shown to who asked. */
public final class QueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Reason reason;

  /** What was wrong. */
  public enum Reason {
    /** Nothing is published yet. */
    NOT_PUBLISHED,
    NO_SUCH_RELEASE,
    /** The database refuses the statement; the message is the database's. */
    STATEMENT
  }

  public QueryException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
