package xinglin.schemas.match;

import xinglin.schemas.match.evidence.Comparison;

/**
 * Two parties that are, or may be, the same one.
 *
 * @param left the smaller id
 * @param standing how they stand now
 */
public record Link(String left, String right, Comparison comparison, Standing standing) {

  /** How two parties stand to each other, by reasons and decisions. */
  public enum Standing {
    /** Joined without anybody. */
    JOINED,
    /** Waits for somebody. */
    PROPOSED,
    /** Somebody joined them. */
    ACCEPTED,
    /** Somebody kept them apart. */
    REFUSED;

    /** As published. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
