package xinglin.schemas.exchange;

/**
 * What a sender's file holds cannot be gone through to its end. Nothing of it is in the message.
 */
public final class RowsUnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public RowsUnreadableException(String message, Throwable cause) {
    super(message, cause);
  }
}
