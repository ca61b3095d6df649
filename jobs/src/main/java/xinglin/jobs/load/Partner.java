package xinglin.jobs.load;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who sends us files.
 *
 * @param id as envelopes name it
 * @param division the division it reports for; empty for partners that report for several
 * @param addresses its e-mail addresses
 */
public record Partner(String id, String name, Optional<String> division, List<String> addresses) {
  public Partner {
    addresses = List.copyOf(addresses);
  }
}
