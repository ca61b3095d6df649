package xinglin.schemas.match.evidence;

/** What a comparison comes to. */
public enum Outcome {
  /** Joined without anybody. */
  SURE,
  /** A person decides. */
  LIKELY,
  NO;

  /** As published. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
