package xinglin.schemas.codelist;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What became of a division or of a part of it.
 *
 * @param from code of the division whose area went
 * @param to code of the one that has it since
 * @param on first day of the new boundaries; where only the year is known, its last day
 * @param isDayKnown whether it is the day, not only the year
 * @param source what orders it
 */
public record DivisionChange(
    String from, String to, LocalDate on, boolean isDayKnown, Kind kind, String source) {

  /** How much of it went. */
  public enum Kind {
    /** All of it under another code: the same area, as when a county becomes a district. */
    RENAMED,
    /** All of it became part of another. */
    MERGED,
    /** A part of it. */
    SPLIT;

    /** As published and as written in {@code division-changes.csv}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
