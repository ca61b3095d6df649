package xinglin.routes.dispatch;

import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;

/** One parcel is not taken; the channel works. */
public final class ParcelRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whether trying again may help by itself. */
  public enum Again {
    LATER,
    USELESS
  }

  private final Again again;
  private final ChannelException reason;

  /**
   * @param values of the problem's sentence; no secrets
   */
  public ParcelRefusedException(Again again, Problem problem, String... values) {
    this(again, new ChannelException(problem, values));
  }

  private ParcelRefusedException(Again again, ChannelException reason) {
    super(reason.getMessage(), reason);
    this.again = again;
    this.reason = reason;
  }

  public Again again() {
    return again;
  }

  public ChannelException reason() {
    return reason;
  }
}
