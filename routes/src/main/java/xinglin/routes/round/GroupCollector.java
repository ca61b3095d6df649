package xinglin.routes.round;

import java.io.IOException;
import java.util.List;

/**
 * Takes what lies in one channel: durable as a group, then counted, then moved. Killed in between,
 * the next collect makes the same deliveries again and counts nothing twice. For one use.
 *
 * @param <G> what is stored and moved together
 * @param <S> a group that is durable
 */
public interface GroupCollector<G, S> extends AutoCloseable {

  /** What may be taken now, in groups. */
  List<G> list() throws IOException;

  /** Makes the bytes of a group durable; what cannot be fetched stays behind. */
  S store(G group) throws IOException;

  /** Counts a group in the ledger. */
  S count(S stored);

  /** Moves a group to where the sender sees that we have it. */
  S move(S stored) throws IOException;

  /** Ends the collect: notes what could not be moved, so that it is not taken for something new. */
  Fetched finish() throws IOException;

  /** Deliveries counted so far. */
  long taken();

  /** Whether a new connection would go on where this one broke off, not do the same again. */
  boolean goesOn();

  @Override
  void close();
}
