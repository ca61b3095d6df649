package xinglin.jobs.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import xinglin.schemas.value.State;

/**
 * What was filled into a place.
 *
 * @param text as a Word file holds it; empty if nothing
 * @param number if a workbook holds it as a number
 * @param date if a workbook holds it as a date
 * @param state what is expected to be read
 * @param value number expected, in the unit of the measure
 */
record Filled(
    String text,
    Optional<BigDecimal> number,
    Optional<LocalDate> date,
    State state,
    Optional<BigDecimal> value) {
  static final Filled NOTHING = of("", State.BLANK);

  static Filled of(String text, State state) {
    return new Filled(text, Optional.empty(), Optional.empty(), state, Optional.empty());
  }

  static Filled text(String text) {
    return of(text, State.REPORTED);
  }

  static Filled number(BigDecimal number, BigDecimal value) {
    return new Filled(
        number.toPlainString(),
        Optional.of(number),
        Optional.empty(),
        State.REPORTED,
        Optional.of(value));
  }

  static Filled written(String text, BigDecimal value) {
    return new Filled(text, Optional.empty(), Optional.empty(), State.REPORTED, Optional.of(value));
  }

  static Filled date(LocalDate date) {
    return new Filled(
        date.toString(), Optional.empty(), Optional.of(date), State.REPORTED, Optional.empty());
  }

  boolean isNothing() {
    return text.isEmpty();
  }
}
