package xinglin.routes.dispatch;

import java.util.Map;
import xinglin.routes.partner.ChannelException;

/**
 * What one dispatch did.
 *
 * @param sent parcels that were confirmed
 * @param failed parcels that were tried and not taken
 * @param channels that were used, with what was wrong; a channel that worked is not there
 * @param used all channels that were tried
 */
public record Dispatched(
    long sent, long failed, java.util.Set<String> used, Map<String, ChannelException> channels) {
  public Dispatched {
    used = java.util.Set.copyOf(used);
    channels = Map.copyOf(channels);
  }
}
