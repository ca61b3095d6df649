package xinglin.jobs.exchange.stream;

import java.time.Instant;
import java.util.Optional;

/**
 * What a package turned out to be in its stream.
 *
 * @param at when its turn came: the latest receipt among it and all before it
 * @param sameAs the delivery that it repeats
 */
public record Placed(String id, Place place, Instant at, Optional<String> sameAs) {

  /** Section 6 of the specification. */
  public enum Place {
    /** Next in order: its rows are judged. */
    UNDERSTOOD,
    /** Known already: it gets the same answers and changes nothing. */
    REPEATED,
    /** One before it is missing. */
    WAITING,
    /** Its number was used for another one. */
    REUSED,
    /** It names another package before it than the one that is here. */
    BROKEN
  }
}
