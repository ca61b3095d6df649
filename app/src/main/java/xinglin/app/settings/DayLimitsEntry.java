package xinglin.app.settings;

import xinglin.routes.arrival.DayLimits;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;

/** Reads {@code limits:} of a partner and {@code limits: per_partner:} of the settings. */
final class DayLimitsEntry {
  private DayLimitsEntry() {}

  static DayLimits read(Entry entry, DayLimits otherwise) {
    String key = "deliveries_per_day";
    long deliveries = entry.number(key, (int) otherwise.deliveries());
    if (deliveries < 1) {
      entry.problem(key, Mistake.of("\"{0}\" must be at least 1", key));
    }
    DayLimits limits =
        new DayLimits(deliveries, SizeEntry.read(entry, "bytes_per_day", otherwise.bytes()));
    entry.done();
    return limits;
  }
}
