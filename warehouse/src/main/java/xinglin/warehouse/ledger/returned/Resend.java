package xinglin.warehouse.ledger.returned;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A package of ours that is to be sent once more, or was.
 *
 * @param dueAt when it was asked for, or fell due
 * @param sentAt when it was put on its way again
 */
public record Resend(String packageId, Instant dueAt, Reason reason, Optional<Instant> sentAt) {

  /** Why. */
  public enum Reason {
    /** The receiver misses it. */
    ASKED,
    /** Nobody said in time what became of it. */
    UNANSWERED;

    /** As the ledger writes it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
