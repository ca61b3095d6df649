package xinglin.jobs.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.jobs.sender.Proof;
import xinglin.jobs.sender.SenderCheck;
import xinglin.jobs.unpack.mail.Letterhead;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;

/**
 * Decides whose a delivery is and whether it may be loaded. What a person decided comes first, then
 * the registered partner whose channel or folder it came by. For a mail message its address
 * decides, and an unknown one is kept in quarantine, as is one whose partner asks for more proof
 * than the receiving server found; for any other file that is asked for by the settings only.
 */
final class Admission {
  private static final String MAILBOX = "imap";
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

  /** Why a delivery is kept in quarantine; each has a name in the texts. */
  enum Hold {
    UNREGISTERED,
    NO_SPF,
    NO_DKIM;

    static Hold lacking(Proof proof) {
      return proof == Proof.SPF ? NO_SPF : NO_DKIM;
    }
  }

  /**
   * A delivery and whose it is.
   *
   * @param envelope with partner, sender and subject as they turned out
   * @param held why it may not be loaded; empty if it may
   * @param check what the receiving server found out about the sender
   */
  record Admitted(Envelope envelope, List<Hold> held, SenderCheck check) {
    boolean quarantined() {
      return !held.isEmpty();
    }

    /** For the ledger. */
    String heldCodes() {
      return held.stream()
          .map(hold -> hold.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(","));
    }
  }

  /**
   * @param letterhead of a delivery that is a mail message
   */
  Admitted admit(Envelope arrived, Optional<Letterhead> letterhead) {
    Arrival arrival = arrived.arrival();
    Optional<String> author = letterhead.flatMap(Letterhead::sender);
    Optional<String> sender =
        isFromMailbox(arrival) && letterhead.isPresent()
            ? author
            : arrival.sender().or(() -> author);
    Optional<String> subject = arrival.subject().or(() -> letterhead.flatMap(Letterhead::subject));
    SenderCheck check =
        letterhead
            .map(known -> SenderCheck.of(known.authentication(), arrival.receivedBy(), sender))
            .orElse(SenderCheck.none());
    Optional<String> certain =
        Optional.ofNullable(accepted.get(arrived.deliveryId()))
            .or(() -> isFromMailbox(arrival) ? Optional.empty() : byChannel(arrival));
    Optional<Partner> claimed =
        certain.isPresent() || letterhead.isEmpty()
            ? Optional.empty()
            : sender.flatMap(partners::findByAddress);
    List<Hold> held = new ArrayList<>();
    if (certain.isEmpty() && claimed.isEmpty() && (letterhead.isPresent() || registeredOnly)) {
      held.add(Hold.UNREGISTERED);
    }
    claimed.stream()
        .flatMap(partner -> partner.requires().stream().sorted())
        .filter(proof -> !check.passes(proof))
        .forEach(proof -> held.add(Hold.lacking(proof)));
    Optional<String> registered =
        held.isEmpty() ? certain.or(() -> claimed.map(Partner::id)) : Optional.empty();
    Arrival actual = arrival.from(registered.orElse(arrival.partner()), sender, subject);
    Envelope envelope =
        new Envelope(arrived.deliveryId(), actual, arrived.sha256(), arrived.bytes());
    return new Admitted(envelope, held, check);
  }

  /** Anybody may write to a mailbox, so it says nothing about the sender. */
  private static boolean isFromMailbox(Arrival arrival) {
    return arrival.channel().equals(MAILBOX);
  }

  private Optional<String> byChannel(Arrival arrival) {
    return partners.findById(arrival.partner()).map(Partner::id);
  }
}
