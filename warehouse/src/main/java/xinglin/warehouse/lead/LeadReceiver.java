package xinglin.warehouse.lead;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A region that leads are sent to, as agreed.
 *
 * @param own id of this region in packages
 * @param region its id in packages
 * @param divisions where leads for it happen
 * @param plain whether personal texts are sent
 * @param partyKey how numbers of parties are told to it; empty for what is not told
 */
public record LeadReceiver(
    String own,
    String region,
    List<String> divisions,
    boolean plain,
    Function<String, Optional<String>> partyKey) {
  public LeadReceiver {
    divisions = List.copyOf(divisions);
  }
}
