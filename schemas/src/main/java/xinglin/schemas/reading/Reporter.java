package xinglin.schemas.reading;

/** Who reports. */
public record Reporter(String code, String name, Source source) {

  /** How the reporter is known, from the surest to the least sure. */
  public enum Source {
    STATED,
    SENDER,
    LINES,
    CAMPAIGN
  }
}
