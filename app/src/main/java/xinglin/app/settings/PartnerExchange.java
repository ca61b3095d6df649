package xinglin.app.settings;

import java.util.List;
import java.util.Optional;
import xinglin.jobs.exchange.agreement.Agreement;
import xinglin.jobs.exchange.agreement.Sending;
import xinglin.routes.openpgp.PartnerKey;
import xinglin.routes.partner.Secret;

/**
 * What a partner's file says about exchange.
 *
 * @param keys its public keys
 * @param sends what it is sent
 */
public record PartnerExchange(Agreement agreement, List<PartnerKey> keys, List<Agreed> sends) {
  public PartnerExchange {
    keys = List.copyOf(keys);
    sends = List.copyOf(sends);
  }

  /**
   * What it is sent of one profile.
   *
   * @param key where the key lies that both share; there if identities are keyed
   */
  public record Agreed(Sending sending, Optional<Secret> key) {}
}
