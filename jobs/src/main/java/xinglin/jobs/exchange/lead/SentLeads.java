package xinglin.jobs.exchange.lead;

import java.time.Instant;
import java.util.Set;

/** Which leads were sent to a region. */
@FunctionalInterface
public interface SentLeads {
  /**
   * Numbers of the leads that were sent to a region until then.
   *
   * @param region id in packages
   */
  Set<String> until(String region, Instant then);
}
