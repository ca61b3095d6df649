package xinglin.schemas.value;

/** Missing is not zero: what is known about a value. */
public enum State {
  REPORTED,
  BLANK,
  NOT_APPLICABLE,
  APPROXIMATE,
  UNREADABLE;

  /** As published: {@code not_applicable}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
