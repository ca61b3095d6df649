package xinglin.jobs.open.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** Numbers of workbooks as their senders typed them. */
public final class Numerals {
  /** Excel keeps 15 significant digits; what a file holds beyond them is binary noise. */
  private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_EVEN);

  /** Beyond this many digits before or behind the point nothing was typed by a person. */
  private static final int LONGEST = 40;

  private Numerals() {}

  /** Empty for what is no finite number of sensible length. */
  public static Optional<BigDecimal> find(String digits) {
    if (digits.length() > 2 * LONGEST) {
      return Optional.empty();
    }
    try {
      return find(new BigDecimal(digits.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  public static Optional<BigDecimal> find(double number) {
    return Double.isFinite(number) ? find(BigDecimal.valueOf(number)) : Optional.empty();
  }

  private static Optional<BigDecimal> find(BigDecimal exact) {
    BigDecimal number = exact.precision() > 15 ? exact.round(EXCEL) : exact;
    if (Math.abs((long) number.precision() - number.scale()) > LONGEST
        || Math.abs((long) number.scale()) > 2 * LONGEST) {
      return number.signum() == 0 ? Optional.of(BigDecimal.ZERO) : Optional.empty();
    }
    if (number.scale() == 0) {
      return Optional.of(number);
    }
    BigDecimal shortest = number.stripTrailingZeros();
    return Optional.of(shortest.scale() < 0 ? shortest.setScale(0) : shortest);
  }
}
