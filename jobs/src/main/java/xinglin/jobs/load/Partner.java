package xinglin.jobs.load;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import xinglin.jobs.sender.Proof;

/**
 * Somebody who sends us files.
 *
 * @param id as envelopes name it
 * @param division the division it reports for; empty for partners that report for several
 * @param addresses its e-mail addresses
 * @param requires what a message must prove before its address is believed
 */
public record Partner(
    String id,
    String name,
    Optional<String> division,
    List<String> addresses,
    Set<Proof> requires) {
  public Partner {
    addresses = List.copyOf(addresses);
    requires = Set.copyOf(requires);
  }

  /** One whose address is believed. */
  public Partner(String id, String name, Optional<String> division, List<String> addresses) {
    this(id, name, division, addresses, Set.of());
  }
}
