package xinglin.jobs.exchange.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import xinglin.jobs.exchange.agreement.Agreements;
import xinglin.jobs.exchange.bare.BareDesk;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.ledger.returned.PackageReturn.Kind;
import xinglin.warehouse.ledger.returned.ReturnLedger;
import xinglin.warehouse.raw.Envelope;

/**
 * Whether all that a delivery holds is answered in the ways of the exchange, or not to be answered
 * at all. Then there is no receipt for people: at the other end a program would read it, and
 * answer.
 */
public final class ExchangeOnly implements Predicate<List<Envelope>> {
  private final PackageLedger packages;
  private final ReturnLedger returns;
  private final Agreements agreements;

  public ExchangeOnly(PackageLedger packages, ReturnLedger returns, Agreements agreements) {
    this.packages = packages;
    this.returns = returns;
    this.agreements = agreements;
  }

  /**
   * @param all a delivery, then what was inside it, each before what it holds
   */
  @Override
  public boolean test(List<Envelope> all) {
    Set<String> exchanged = new HashSet<>();
    Set<String> parents = new HashSet<>();
    for (Envelope one : all) {
      Optional<String> parent = one.arrival().parentDeliveryId();
      parent.ifPresent(parents::add);
      if (isReceipt(one.deliveryId())) {
        return true;
      }
      if (parent.filter(exchanged::contains).isPresent() || isExchanged(one.deliveryId())) {
        exchanged.add(one.deliveryId());
      }
    }
    return all.stream()
        .map(Envelope::deliveryId)
        .allMatch(id -> exchanged.contains(id) || parents.contains(id));
  }

  /** Receipts are never answered, nor what came with one. */
  private boolean isReceipt(String deliveryId) {
    return returns.find(deliveryId).filter(one -> one.kind() == Kind.RECEIPT).isPresent();
  }

  /** Whoever sends bare files gets receipts, too: it is people who read them. */
  private boolean isExchanged(String deliveryId) {
    return returns.find(deliveryId).isPresent()
        || packages
            .find(deliveryId)
            .filter(entry -> !BareDesk.isBare(entry))
            .filter(entry -> agreements.findByPartner(entry.partnerId()).isPresent())
            .isPresent();
  }
}
