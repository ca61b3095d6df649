package xinglin.schemas.codelist;

import java.util.List;

/**
 * Something that is counted or stated.
 *
 * @param id stable, lower case with underscores
 * @param unit with the synonyms that hold for this measure (处 for shutdowns)
 * @param synonyms further labels under which forms ask for it
 * @param countingRule how it is counted where that is not plain, with its source; empty if plain
 * @param pointInTime a state at the end of the period, such as open risk points: adds up over
 *     divisions, never over periods
 */
public record Measure(
    String id,
    String zh,
    String en,
    CountingUnit unit,
    Kind kind,
    List<String> synonyms,
    String countingRule,
    boolean pointInTime) {

  public Measure {
    synonyms = List.copyOf(synonyms);
  }

  /** Whether figures of it can be added up at all. */
  public boolean isAdditive() {
    return kind == Kind.NUMBER || kind == Kind.AMOUNT;
  }

  /** What its values are. */
  public enum Kind {
    /** A whole number, zero or more. */
    NUMBER,
    /** Money, in yuan. */
    AMOUNT,
    /** 41.6667 for 41.6667 %. Never added up. */
    PERCENT,
    TEXT;

    /** As published. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
