package xinglin.jobs.load;

import java.util.Map;
import java.util.Optional;
import xinglin.jobs.unpack.mail.Letterhead;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;

/**
 * Decides whose a delivery is and whether it may be loaded. What a person decided comes first, then
 * the registered partner whose channel or folder it came by. For a mail message its address
 * decides, and an unknown one is kept in quarantine; for any other file that is asked for by the
 * settings only.
 */
final class Admission {
  private final Partners partners;
  private final boolean registeredOnly;
  private final Map<String, String> accepted;

  /**
   * @param accepted partner by delivery id, as people decided
   */
  Admission(Partners partners, boolean registeredOnly, Map<String, String> accepted) {
    this.partners = partners;
    this.registeredOnly = registeredOnly;
    this.accepted = Map.copyOf(accepted);
  }

  /**
   * A delivery and whose it is.
   *
   * @param envelope with partner, sender and subject as they turned out
   */
  record Admitted(Envelope envelope, boolean quarantined) {}

  /**
   * @param letterhead of a delivery that is a mail message
   */
  Admitted admit(Envelope arrived, Optional<Letterhead> letterhead) {
    Arrival arrival = arrived.arrival();
    Optional<String> sender = arrival.sender().or(() -> letterhead.flatMap(Letterhead::sender));
    Optional<String> subject = arrival.subject().or(() -> letterhead.flatMap(Letterhead::subject));
    Optional<String> registered =
        Optional.ofNullable(accepted.get(arrived.deliveryId()))
            .or(() -> partners.findById(arrival.partner()).map(Partner::id))
            .or(
                () ->
                    letterhead.isEmpty()
                        ? Optional.empty()
                        : sender.flatMap(partners::findByAddress).map(Partner::id));
    boolean unknown = registered.isEmpty() && (letterhead.isPresent() || registeredOnly);
    Arrival actual = arrival.from(registered.orElse(arrival.partner()), sender, subject);
    return new Admitted(
        new Envelope(arrived.deliveryId(), actual, arrived.sha256(), arrived.bytes()), unknown);
  }
}
