package xinglin.schemas.reading;

/** What is decided about a submission; the words of the published column. */
public enum Verdict {
  ACCEPTED,
  ACCEPTED_WITH_WARNINGS,
  REJECTED,
  DUPLICATE,
  UNRECOGNISED,
  UNSAFE;

  /** The verdict of a published word; throws IllegalArgumentException if there is none. */
  public static Verdict of(String code) {
    return valueOf(code.toUpperCase(java.util.Locale.ROOT));
  }

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether its figures count. */
  public boolean counts() {
    return this == ACCEPTED || this == ACCEPTED_WITH_WARNINGS;
  }
}
