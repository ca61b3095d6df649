package xinglin.warehouse.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import xinglin.schemas.table.Column;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/** A value as the type of its column wants it; what does not fit is left empty, never bent. */
final class ColumnValue {
  /** Digits before the point that DECIMAL(20,4) holds. */
  private static final int WHOLE_DIGITS = 16;

  private ColumnValue() {}

  static Optional<?> of(Column column, Value value) {
    return switch (column.type()) {
      case STRING, TIMESTAMP -> text(value);
      case INTEGER -> whole(value).filter(ColumnValue::isInt).map(BigDecimal::intValue);
      case BIGINT -> whole(value).map(BigDecimal::longValue);
      case DECIMAL -> number(value);
      case DATE -> value.date();
      case BOOLEAN -> value.text().flatMap(ColumnValue::flag);
    };
  }

  /** The number, if the tables can hold it. */
  static Optional<BigDecimal> number(Value value) {
    return value
        .number()
        .filter(number -> (long) number.precision() - number.scale() <= WHOLE_DIGITS);
  }

  private static Optional<BigDecimal> whole(Value value) {
    return number(value)
        .filter(number -> number.setScale(0, RoundingMode.DOWN).compareTo(number) == 0);
  }

  private static boolean isInt(BigDecimal number) {
    return number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
  }

  private static Optional<String> text(Value value) {
    if (value.text().isPresent()) {
      return value.text();
    }
    return value.state() == State.REPORTED || value.state() == State.APPROXIMATE
        ? Optional.of(value.verbatim())
        : Optional.empty();
  }

  private static Optional<Boolean> flag(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
