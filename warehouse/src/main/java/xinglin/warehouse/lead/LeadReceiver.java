package xinglin.warehouse.lead;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xinglin.warehouse.seal.PartyKey;

/**
 * A region that leads are sent to, as agreed.
 *
 * @param own id of this region in packages
 * @param region its id in packages
 * @param divisions where leads for it happen, those below them too
 * @param practiceTypes of the leads; empty for all
 * @param since first day on which leads were received
 * @param until last day of them
 * @param leaveOut columns that are sent empty
 * @param identities {@code none}, {@code keyed} or {@code plain}
 * @param key shared by the two regions; there if identities are keyed
 * @param compoundSurnames surnames of two characters
 */
public record LeadReceiver(
    String own,
    String region,
    List<String> divisions,
    List<String> practiceTypes,
    LocalDate since,
    Optional<LocalDate> until,
    Set<String> leaveOut,
    String identities,
    Optional<PartyKey> key,
    List<String> compoundSurnames) {
  public LeadReceiver {
    divisions = List.copyOf(divisions);
    practiceTypes = List.copyOf(practiceTypes);
    leaveOut = Set.copyOf(leaveOut);
    compoundSurnames = List.copyOf(compoundSurnames);
  }

  /** What the codes of all divisions in and below the agreed ones are: 31 of 310000. */
  List<String> divisionPrefixes() {
    return divisions.stream().map(code -> code.replaceFirst("(00)+$", "")).toList();
  }
}
