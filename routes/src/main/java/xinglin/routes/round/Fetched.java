package xinglin.routes.round;

import java.util.List;
import java.util.Optional;
import xinglin.routes.partner.ChannelException;

/**
 * What one collect of one channel did.
 *
 * @param leftBehind a sentence for each file or message that was not taken
 * @param warning what an operator should look at although it worked
 */
public record Fetched(
    long deliveries, List<String> leftBehind, Optional<ChannelException> warning) {
  public Fetched {
    leftBehind = List.copyOf(leftBehind);
  }

  /** With what came over former connections. */
  Fetched and(long more) {
    return new Fetched(deliveries + more, leftBehind, warning);
  }
}
