package xinglin.schemas.reading;

import java.util.Map;
import java.util.Optional;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.Value;

/**
 * One number (or text measure) of a form, at its cell.
 *
 * @param role observation figures may be added up, all others must not
 * @param category practice type code, {@code all} without breakdown
 * @param divisionCode the division of its line where that differs from the reporter
 * @param period the period of its line where the form prints one
 * @param unit the measure's counting unit, for example 户次 or 元
 * @param ordinal position in the form, from 0, in reading order
 * @param cells address of each column by which its line says what the figure is: measure, days,
 *     division, unit
 */
public record Figure(
    String measureId,
    Role role,
    String category,
    Optional<String> divisionCode,
    Optional<Period> period,
    Value value,
    String unit,
    String sheet,
    String cell,
    int ordinal,
    Map<String, String> cells) {

  public Figure {
    cells = Map.copyOf(cells);
  }

  /** A figure of which the table says what it is, not its line. */
  public Figure(
      String measureId,
      Role role,
      String category,
      Optional<String> divisionCode,
      Optional<Period> period,
      Value value,
      String unit,
      String sheet,
      String cell,
      int ordinal) {
    this(
        measureId,
        role,
        category,
        divisionCode,
        period,
        value,
        unit,
        sheet,
        cell,
        ordinal,
        Map.of());
  }

  /** What a figure stands for. */
  public enum Role {
    OBSERVATION,
    TOTAL,
    NARRATIVE,
    PUBLISHED,
    TARGET;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
