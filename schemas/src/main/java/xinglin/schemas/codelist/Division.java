package xinglin.schemas.codelist;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A province, city, county or town.
 *
 * @param code six digits down to counties (310000, 320300, 320302), nine for towns and streets
 *     (331024003)
 * @param name official name
 * @param parentCode empty for provinces; a county under a province itself (310118) has the province
 *     as parent
 * @param pseudo a statistical unit without a government of its own, such as a development zone
 *     (320576)
 * @param validFrom first day, known to the year; empty where it is older than what is recorded
 * @param validTo last day on which a report may come under it, the end of the year in which it
 *     went; empty if it exists
 * @param successors codes of what took its place, if it is gone
 * @param variants further names: old names, short names that cannot be derived
 */
public record Division(
    String code,
    String name,
    Level level,
    Optional<String> parentCode,
    boolean pseudo,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo,
    List<String> successors,
    List<String> variants) {

  public Division {
    successors = List.copyOf(successors);
    variants = List.copyOf(variants);
  }

  /** Whether it exists in the edition of the list. */
  public boolean isCurrent() {
    return validTo.isEmpty();
  }

  /** From the top. */
  public enum Level {
    PROVINCE,
    CITY,
    COUNTY,
    TOWN;

    /** As published. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
