package xinglin.warehouse.failure;

/**
 * It may or may not have happened. To be looked up before it is tried again, never blindly retried.
 */
public final class OutcomeUnknownException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OutcomeUnknownException(String message, Throwable cause) {
    super(message, cause);
  }
}
