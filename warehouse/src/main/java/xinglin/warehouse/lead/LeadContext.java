package xinglin.warehouse.lead;

import java.util.Optional;
import java.util.Set;

/**
 * What is known about a package of leads besides its records.
 *
 * @param sender region that sent it
 * @param receiver this region
 * @param senderDivision division of the partner
 * @param sent numbers of the leads that were sent to this region before
 */
public record LeadContext(
    String sender, String receiver, Optional<String> senderDivision, Set<String> sent) {
  public LeadContext {
    sent = Set.copyOf(sent);
  }
}
