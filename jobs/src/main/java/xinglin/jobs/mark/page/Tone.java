package xinglin.jobs.mark.page;

/** How good the news is: colour of the headline. */
public enum Tone {
  GOOD("1E7B34"),
  DOUBTFUL("B45F06"),
  BAD("B3261E");

  private final String rgb;

  Tone(String rgb) {
    this.rgb = rgb;
  }

  /** Six hexadecimal digits; white text is readable on it. */
  public String rgb() {
    return rgb;
  }
}
