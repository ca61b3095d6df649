package xinglin.warehouse.ledger;

import java.util.Optional;
import xinglin.warehouse.raw.Envelope;

/**
 * A delivery in the ledger.
 *
 * @param outcome loaded, duplicate, unrecognised, unsafe, no_attachment or quarantined once judged
 * @param authentication what the receiving server found out about the sender of a message
 * @param held codes of why it was kept in quarantine, when it was last read
 */
public record Delivery(
    Envelope envelope,
    State state,
    Optional<String> runId,
    Optional<String> outcome,
    Optional<String> authentication,
    Optional<String> held) {

  /** How far it has come. */
  public enum State {
    RECEIVED,
    CLAIMED,
    JUDGED
  }
}
