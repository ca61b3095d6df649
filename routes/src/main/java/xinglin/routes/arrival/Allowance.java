package xinglin.routes.arrival;

import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.warehouse.ledger.Received;

/**
 * What one partner may still deliver today. Asked for each file or message before it is fetched;
 * what is refused stays where it is until tomorrow. Shared by the partner's channels.
 */
public final class Allowance {
  private final DayLimits limits;
  private long deliveries;
  private long bytes;

  Allowance(DayLimits limits, Received today) {
    this.limits = limits;
    this.deliveries = today.deliveries();
    this.bytes = today.bytes();
  }

  /** Takes one more into account; false if that would be too much. */
  public synchronized boolean take(long size) {
    if (deliveries + 1 > limits.deliveries() || bytes + size > limits.bytes()) {
      return false;
    }
    deliveries++;
    bytes += size;
    return true;
  }

  /** What was taken into account did not come after all. */
  public synchronized void giveBack(long size) {
    deliveries--;
    bytes -= size;
  }

  /**
   * What {@code status} says of what was refused.
   *
   * @param held how many stay
   * @param where they stay, for people
   */
  public ChannelException warning(long held, String where) {
    return new ChannelException(
        Problem.DAY_LIMIT,
        String.valueOf(held),
        where,
        String.valueOf(limits.deliveries()),
        String.valueOf(limits.bytes() >> 20));
  }
}
