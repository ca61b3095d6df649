package xinglin.jobs.exchange.returned;

import java.time.Instant;
import xinglin.warehouse.ledger.PackageEntry;

/** Puts a package of ours on its way once more: the same zip, sealed with the keys of the day. */
@FunctionalInterface
public interface Resending {
  void reseal(PackageEntry entry, Instant at);
}
