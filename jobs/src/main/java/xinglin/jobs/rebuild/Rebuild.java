package xinglin.jobs.rebuild;

import java.util.List;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawStore;

/**
 * Prepares a home for being loaded again from nothing but {@code raw/} and the journal of
 * decisions: the tables are forgotten, every delivery that arrived waits; what was inside others is
 * unpacked again. The load and publish jobs then do the rest; killed in between, the next night
 * does. Readers keep what is published until the new run is switched to.
 */
public record Rebuild(RawStore raw, Ledger ledger, Lake lake) {
  private static final int PAGE = 1000;

  /** Returns how many deliveries wait; the caller holds the lock of the home. */
  public long begin() {
    List<Envelope> arrived =
        raw.envelopes().stream()
            .filter(envelope -> envelope.arrival().parentDeliveryId().isEmpty())
            .toList();
    for (int from = 0; from < arrived.size(); from += PAGE) {
      ledger.restore(arrived.subList(from, Math.min(from + PAGE, arrived.size())));
    }
    lake.startOver();
    return ledger.waiting();
  }
}
