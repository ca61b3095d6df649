package xinglin.jobs.exchange.agreement;

import java.util.List;
import java.util.Optional;

/**
 * All agreements of a home.
 *
 * @param own id of this region in packages; empty if it exchanges nothing
 */
public record Agreements(Optional<String> own, List<Agreement> all) {
  public Agreements {
    all = List.copyOf(all);
  }

  /** A home that exchanges nothing. */
  public static Agreements none() {
    return new Agreements(Optional.empty(), List.of());
  }

  public Optional<Agreement> findByPartner(String partner) {
    return all.stream().filter(one -> one.partner().equals(partner)).findFirst();
  }
}
