package xinglin.schemas.check;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import xinglin.schemas.value.Bound;
import xinglin.schemas.value.Value;

/**
 * All that a value as sent may stand for. Exact figures have one point; a blank may be anything
 * from zero on.
 *
 * @param high empty where nothing bounds it
 */
record Interval(BigDecimal low, Optional<BigDecimal> high) {
  static final Interval ZERO = point(BigDecimal.ZERO);
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  static Interval point(BigDecimal number) {
    return new Interval(number, Optional.of(number));
  }

  /**
   * @param aboutPercent how far 约30 may lie from 30
   */
  static Interval of(Value value, BigDecimal aboutPercent) {
    return switch (value.state()) {
      case REPORTED -> value.number().map(Interval::point).orElse(atLeast(BigDecimal.ZERO));
      case NOT_APPLICABLE -> ZERO;
      case BLANK, UNREADABLE -> atLeast(BigDecimal.ZERO);
      case APPROXIMATE ->
          approximate(
              value.number().orElse(BigDecimal.ZERO),
              value.bound().orElse(Bound.ABOUT),
              aboutPercent);
    };
  }

  private static Interval approximate(BigDecimal number, Bound bound, BigDecimal aboutPercent) {
    BigDecimal slack = number.multiply(aboutPercent).divide(HUNDRED);
    return switch (bound) {
      case LOWER -> atLeast(number);
      case UPPER -> new Interval(number.subtract(slack).max(BigDecimal.ZERO), Optional.of(number));
      case ABOUT -> new Interval(number.subtract(slack), Optional.of(number.add(slack)));
    };
  }

  private static Interval atLeast(BigDecimal number) {
    return new Interval(number, Optional.empty());
  }

  Interval plus(Interval other) {
    return new Interval(low.add(other.low), high.flatMap(mine -> other.high.map(mine::add)));
  }

  Interval widened(BigDecimal slack) {
    return new Interval(low.subtract(slack), high.map(top -> top.add(slack)));
  }

  boolean meets(Interval other) {
    return !above(other) && !other.above(this);
  }

  /** Whether every point lies above every point of the other. */
  boolean above(Interval other) {
    return other.high.map(top -> low.compareTo(top) > 0).orElse(false);
  }

  boolean isPoint() {
    return high.map(top -> top.compareTo(low) == 0).orElse(false);
  }

  /** {@code 81}, {@code 20–30} or {@code ≥20}. */
  String text(Function<BigDecimal, String> writer) {
    String from = writer.apply(low);
    return isPoint() ? from : high.map(top -> from + "–" + writer.apply(top)).orElse("≥" + from);
  }
}
