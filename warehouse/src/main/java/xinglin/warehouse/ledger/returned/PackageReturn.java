package xinglin.warehouse.ledger.returned;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A file from a partner region about packages, which is no package itself.
 *
 * @param deliveryId that it arrived as, or came inside
 * @param name of the file as it came
 * @param packageId the package of ours that answers are about, or that is asked for first
 * @param code why it is wrong, or why the partner refused our file
 * @param issue the same with all that its sentence names, JSON
 */
public record PackageReturn(
    String deliveryId,
    String partnerId,
    Kind kind,
    String name,
    Instant receivedAt,
    State state,
    Optional<String> packageId,
    Optional<String> code,
    Optional<String> issue,
    String runId) {

  /** What it is. */
  public enum Kind {
    /** Signed answers to a package of ours. */
    ANSWERS,
    /** Asks for packages that are missing there. */
    REQUEST,
    /** A receipt for people to something we sent; nothing follows from it. */
    RECEIPT;

    /** As the ledger writes it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What became of it. */
  public enum State {
    /** It is proven and booked. */
    TAKEN,
    /** It is proven and says that a file of ours was not even read: damaged on its way, say. */
    UNREAD_THERE,
    /** It counts for nothing. */
    WRONG;

    /** As the ledger writes it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
