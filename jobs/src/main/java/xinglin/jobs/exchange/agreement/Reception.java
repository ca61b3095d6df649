package xinglin.jobs.exchange.agreement;

import java.util.Set;
import xinglin.jobs.exchange.pack.Identities;

/**
 * What is agreed about packages of one profile from a partner.
 *
 * @param identities how persons may be given
 * @param sealed whether packages have to be signed and encrypted; if not, the channel vouches
 * @param bare whether workbooks and CSV without a manifest are taken, and numbered here
 */
public record Reception(Set<Identities.Form> identities, boolean sealed, boolean bare) {
  public Reception {
    identities = Set.copyOf(identities);
  }
}
