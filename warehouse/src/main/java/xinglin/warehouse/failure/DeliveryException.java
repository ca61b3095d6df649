package xinglin.warehouse.failure;

/**
 * Disk, network or a partner did not do what was asked. Neither a finding (the data is not wrong)
 * nor a definition's fault.
 */
public class DeliveryException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Retry retry;

  public DeliveryException(String message, Retry retry, Throwable cause) {
    super(message, cause);
    this.retry = retry;
  }

  public DeliveryException(String message, Retry retry) {
    super(message);
    this.retry = retry;
  }

  /** Whether doing it again can do harm. */
  public Retry retry() {
    return retry;
  }

  /** What a caller may do next. */
  public enum Retry {
    /** Nothing was changed, or doing it again has the same effect as doing it once. */
    SAFE,
    /** It will fail again until somebody repairs what the message names. */
    USELESS
  }
}
