package xinglin.schemas.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a document asks an indicator to reach.
 *
 * @param divisionCode division the document binds
 * @param from first day of the window
 * @param to last day of the window
 * @param per what has to reach it
 * @param value in the indicator's unit; empty where the value of the window before is the mark
 * @param source document and part
 */
public record IndicatorTarget(
    String divisionCode,
    LocalDate from,
    LocalDate to,
    Comparison comparison,
    Per per,
    Optional<BigDecimal> value,
    String source) {

  /** What has to reach a target. */
  public enum Per {
    WINDOW,
    /** Each calendar year of the window. */
    YEAR
  }

  /** How value and mark are compared. */
  public enum Comparison {
    AT_LEAST,
    AT_MOST,
    /** Less than in the window before. */
    BELOW_PREVIOUS,
    /** More than in the window before. */
    ABOVE_PREVIOUS
  }
}
