package xinglin.schemas.form;

/** How a later submission of the same reporter relates to an earlier one. */
public enum Accumulation {
  /** The latest for the same period replaces. */
  PERIOD,
  /** Replaces what started at the same date; sums take differences. */
  CUMULATIVE,
  /** Replaces all lines of its reporter. */
  SNAPSHOT;

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
