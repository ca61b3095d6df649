package xinglin.app.failure;

/**
 * The command was asked for something it cannot do; the message, in the operator's language, says
 * what to do instead.
 */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
