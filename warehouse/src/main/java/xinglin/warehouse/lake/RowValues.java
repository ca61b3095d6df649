package xinglin.warehouse.lake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.types.Type;
import org.jspecify.annotations.Nullable;

/** Values on their way from callers into Iceberg's representation. */
final class RowValues {
  private static final int SCALE = 4;

  private RowValues() {}

  /**
   * The value as Iceberg's writers want it; throws IllegalArgumentException if it is of another
   * type than the column.
   */
  static @Nullable Object convert(Type type, String column, @Nullable Object value) {
    Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (plain == null) {
      return null;
    }
    Object converted =
        switch (type.typeId()) {
          case STRING -> plain instanceof String ? plain : null;
          case INTEGER -> plain instanceof Integer ? plain : null;
          case LONG -> plain instanceof Number number ? number.longValue() : null;
          case BOOLEAN -> plain instanceof Boolean ? plain : null;
          case DATE -> plain instanceof java.time.LocalDate ? plain : null;
          case DECIMAL -> plain instanceof BigDecimal number ? scaled(number) : null;
          case TIMESTAMP -> plain instanceof Instant ? plain : null;
          case BINARY -> plain instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : null;
          default -> null;
        };
    if (converted == null) {
      throw new IllegalArgumentException(
          "Cannot write "
              + plain.getClass().getSimpleName()
              + " into column "
              + column
              + " of type "
              + type);
    }
    return converted;
  }

  /** The text as sent keeps what a fifth decimal said. */
  private static BigDecimal scaled(BigDecimal number) {
    return number.setScale(SCALE, RoundingMode.HALF_UP);
  }

  /** Order by some columns, nulls first. */
  static Comparator<@Nullable Object[]> order(List<Integer> columns) {
    return (left, right) -> {
      for (int column : columns) {
        int compared = compare(left[column], right[column]);
        if (compared != 0) {
          return compared;
        }
      }
      return 0;
    };
  }

  @SuppressWarnings("unchecked") // values of one column have one type, and all types are ordered
  private static int compare(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return left == right ? 0 : left == null ? -1 : 1;
    }
    return ((Comparable<Object>) left).compareTo(right);
  }
}
