package xinglin.jobs.exchange.agreement;

import java.util.Set;
import xinglin.jobs.exchange.pack.Identities;

/**
 * What is agreed about packages of one profile from a partner.
 *
 * @param identities how persons may be given
 * @param sealed whether packages have to be signed and encrypted; if not, the channel vouches
 */
public record Reception(Set<Identities.Form> identities, boolean sealed) {
  public Reception {
    identities = Set.copyOf(identities);
  }
}
