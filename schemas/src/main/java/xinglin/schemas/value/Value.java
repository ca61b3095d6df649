package xinglin.schemas.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A value as sent, and its interpretation beside it.
 *
 * @param verbatim text as sent, unchanged
 * @param state what is known
 * @param number for numbers: in the measure's own unit (money in yuan), exact decimals; present if
 *     reported or approximate
 * @param date for dates
 * @param text for text measures and register columns, trimmed; a code for coded columns
 * @param bound for approximate numbers
 * @param unitAsSent the sender's word for the unit, from the cell, else from the header; empty if
 *     none
 */
public record Value(
    String verbatim,
    State state,
    Optional<BigDecimal> number,
    Optional<LocalDate> date,
    Optional<String> text,
    Optional<Bound> bound,
    Optional<String> unitAsSent) {

  public Value {
    Objects.requireNonNull(verbatim);
    Objects.requireNonNull(state);
  }

  public static Value missing(String verbatim, State state) {
    return new Value(
        verbatim,
        state,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same, as read from this text. */
  public Value sentAs(String text) {
    return new Value(text, state, number, date, this.text, bound, unitAsSent);
  }

  public static Value ofNumber(String verbatim, BigDecimal number, Optional<String> unitAsSent) {
    return new Value(
        verbatim,
        State.REPORTED,
        Optional.of(number),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        unitAsSent);
  }

  public static Value approximate(
      String verbatim, BigDecimal number, Bound bound, Optional<String> unitAsSent) {
    return new Value(
        verbatim,
        State.APPROXIMATE,
        Optional.of(number),
        Optional.empty(),
        Optional.empty(),
        Optional.of(bound),
        unitAsSent);
  }

  public static Value ofDate(String verbatim, LocalDate date) {
    return new Value(
        verbatim,
        State.REPORTED,
        Optional.empty(),
        Optional.of(date),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static Value ofText(String verbatim, String text) {
    return new Value(
        verbatim,
        State.REPORTED,
        Optional.empty(),
        Optional.empty(),
        Optional.of(text),
        Optional.empty(),
        Optional.empty());
  }
}
