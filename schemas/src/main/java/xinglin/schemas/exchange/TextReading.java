package xinglin.schemas.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one distinct text of a column stands for. Nothing where it cannot be read.
 *
 * @param code of a code list, a division, or codes of several kinds separated by spaces
 * @param fine yuan; of an amount column whichever amount it is
 * @param confiscated yuan
 * @param total yuan, where only a sum is told
 */
public record TextReading(
    Optional<String> code,
    Optional<BigDecimal> fine,
    Optional<BigDecimal> confiscated,
    Optional<BigDecimal> total,
    Optional<LocalDate> day) {

  /** Of a text that says nothing we know. */
  public static final TextReading NONE =
      new TextReading(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  static TextReading ofCode(String code) {
    return new TextReading(
        Optional.of(code), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static TextReading ofAmount(BigDecimal yuan) {
    return new TextReading(
        Optional.empty(), Optional.of(yuan), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static TextReading ofDay(LocalDate day) {
    return new TextReading(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(day));
  }
}
