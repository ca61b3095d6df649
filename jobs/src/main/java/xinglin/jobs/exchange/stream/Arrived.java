package xinglin.jobs.exchange.stream;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A package that is good by itself and looks for its place in the stream.
 *
 * @param id of its delivery
 */
public record Arrived(
    String id, int sequence, Optional<String> previous, String digest, Instant receivedAt) {

  /** The order in which packages are looked at, whatever the order they were opened in. */
  static final Comparator<Arrived> BY_RECEIPT =
      Comparator.comparing(Arrived::receivedAt).thenComparing(Arrived::id);
}
