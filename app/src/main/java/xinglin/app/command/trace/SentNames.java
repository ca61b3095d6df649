package xinglin.app.command.trace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.StateDatabase;

/** What files were called when they arrived, and what they came in; for the operator only. */
final class SentNames {
  private final Ledger ledger;
  private final Map<String, List<String>> known = new HashMap<>();

  SentNames(Home home) {
    this.ledger = new Ledger(StateDatabase.open(home));
  }

  /** The message or archive first, then the file; empty if the ledger does not know it. */
  List<String> chain(String deliveryId) {
    return known.computeIfAbsent(deliveryId, this::read);
  }

  /** {@code letter.eml › form.xlsx}. */
  String text(String deliveryId) {
    return String.join(" › ", chain(deliveryId));
  }

  private List<String> read(String deliveryId) {
    Deque<String> names = new ArrayDeque<>();
    Optional<String> at = Optional.of(deliveryId);
    while (at.isPresent()) {
      Optional<Delivery> delivery = ledger.findDelivery(at.get());
      delivery.ifPresent(found -> names.addFirst(found.envelope().arrival().fileName()));
      at = delivery.flatMap(found -> found.envelope().arrival().parentDeliveryId());
    }
    return List.copyOf(names);
  }
}
