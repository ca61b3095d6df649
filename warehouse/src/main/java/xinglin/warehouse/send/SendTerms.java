package xinglin.warehouse.send;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.exchange.profile.Profile;
import xinglin.warehouse.seal.PartyKey;

/**
 * What was agreed about the penalties that a region is told of, as far as it concerns the choice.
 *
 * @param regions ids of partners that are regions: what they sent is not ours
 * @param divisions codes whose penalties are told, those below them too; empty for all
 * @param practiceTypes of unlicensed practice; empty for all
 * @param unlicensedOnly whether penalties of licensed institutions stay here
 * @param since first day of decisions
 * @param until last day of decisions
 * @param leaveOut columns that are sent empty
 * @param identities {@code none}, {@code keyed} or {@code plain}
 * @param key shared by the two regions; there if identities are keyed
 * @param compoundSurnames surnames of two characters
 */
public record SendTerms(
    Profile profile,
    Set<String> regions,
    List<String> divisions,
    List<String> practiceTypes,
    boolean unlicensedOnly,
    LocalDate since,
    Optional<LocalDate> until,
    Set<String> leaveOut,
    String identities,
    Optional<PartyKey> key,
    List<String> compoundSurnames) {
  public SendTerms {
    regions = Set.copyOf(regions);
    divisions = List.copyOf(divisions);
    practiceTypes = List.copyOf(practiceTypes);
    leaveOut = Set.copyOf(leaveOut);
    compoundSurnames = List.copyOf(compoundSurnames);
    if (identities.equals("keyed") != key.isPresent()) {
      throw new IllegalArgumentException("Cannot key identities without a key");
    }
  }

  /** What the codes of all divisions in and below the agreed ones begin with. */
  List<String> divisionPrefixes() {
    return divisions.stream().map(code -> code.replaceFirst("(00)+$", "")).toList();
  }
}
