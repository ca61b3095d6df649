package xinglin.warehouse.home;

/** This folder cannot be used as a home. The message says what to do. */
public final class HomeException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Reason reason;

  public HomeException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Why. */
  public enum Reason {
    /** There is no home at this path. */
    MISSING,
    /** The folder was moved or copied by hand: paths inside its tables point elsewhere. */
    MOVED,
    /** The folder holds other things than a home. */
    OCCUPIED
  }
}
