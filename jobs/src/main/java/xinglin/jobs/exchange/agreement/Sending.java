package xinglin.jobs.exchange.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xinglin.jobs.exchange.pack.Identities;

/**
 * What is agreed about packages of one profile to a partner.
 *
 * @param partner its id in this home
 * @param region its id in packages
 * @param divisions codes whose records are told, those below them too; empty for all of ours
 * @param practiceTypes of unlicensed practice; empty for all
 * @param unlicensedOnly whether records about licensed institutions stay here
 * @param since first day of decisions that are told
 * @param until last day of decisions that are told
 * @param leaveOut columns that are sent empty
 * @param identities how persons are given, and the name of the shared key
 * @param purpose why persons are given in full, stated in the agreement; empty if they are not
 */
public record Sending(
    String partner,
    String region,
    String profile,
    List<String> divisions,
    List<String> practiceTypes,
    boolean unlicensedOnly,
    LocalDate since,
    Optional<LocalDate> until,
    Set<String> leaveOut,
    Identities identities,
    String purpose,
    Rhythm rhythm) {
  public Sending {
    divisions = List.copyOf(divisions);
    practiceTypes = List.copyOf(practiceTypes);
    leaveOut = Set.copyOf(leaveOut);
  }
}
