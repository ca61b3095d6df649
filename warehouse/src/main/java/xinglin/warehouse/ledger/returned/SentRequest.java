package xinglin.warehouse.ledger.returned;

import java.time.Instant;
import java.util.List;

/**
 * A request of ours for packages that are missing here.
 *
 * @param sender of the stream
 * @param missing numbers, ascending
 */
public record SentRequest(
    String sender, String receiver, String profile, Instant at, List<Integer> missing) {
  public SentRequest {
    missing = List.copyOf(missing);
  }
}
