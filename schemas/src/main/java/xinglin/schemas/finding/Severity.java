package xinglin.schemas.finding;

/** An error rejects a submission, a warning does not, an info only tells. */
public enum Severity {
  ERROR,
  WARNING,
  INFO;

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
