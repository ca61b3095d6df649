package xinglin.app.settings;

import java.util.List;
import xinglin.jobs.exchange.agreement.Agreement;
import xinglin.routes.openpgp.PartnerKey;

/** What a partner's file says about exchange: the agreement and its public keys. */
public record PartnerExchange(Agreement agreement, List<PartnerKey> keys) {
  public PartnerExchange {
    keys = List.copyOf(keys);
  }
}
