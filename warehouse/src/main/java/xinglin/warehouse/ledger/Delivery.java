package xinglin.warehouse.ledger;

import java.util.Optional;
import xinglin.warehouse.raw.Envelope;

/**
 * A delivery in the ledger.
 *
 * @param outcome loaded, duplicate, unrecognised, unsafe, no_attachment or quarantined once judged
 */
public record Delivery(
    Envelope envelope, State state, Optional<String> runId, Optional<String> outcome) {

  /** How far it has come. */
  public enum State {
    RECEIVED,
    CLAIMED,
    JUDGED
  }
}
