package xinglin.jobs.match;

import java.time.Instant;
import xinglin.schemas.match.Decisions.Pair;

/**
 * What somebody decided about two parties.
 *
 * @param by who
 * @param reason why; may be empty
 */
public record Review(Pair pair, Decision decision, String by, String reason, Instant at) {

  /** The words of the journal. */
  public enum Decision {
    /** They are one. */
    ACCEPT,
    /** They are two. */
    REFUSE,
    /** As if nobody had decided. */
    UNDO;

    /** As the journal has it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
