package xinglin.routes.arrival;

/**
 * How much one partner may deliver on one day, by all of its channels together.
 *
 * @param deliveries files or whole messages
 * @param bytes of them
 */
public record DayLimits(long deliveries, long bytes) {

  /** More than any county has to say on a day. */
  public static DayLimits standard() {
    return new DayLimits(20_000, 20L << 30);
  }
}
