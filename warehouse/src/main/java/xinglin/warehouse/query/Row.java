package xinglin.warehouse.query;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** One row of an answer, by the names of its columns; nothing where there is no value. */
public record Row(Map<String, String> values) {

  public Row {
    values = Map.copyOf(values);
  }

  public Optional<String> find(String column) {
    return Optional.ofNullable(values.get(column));
  }

  /** Empty where there is no value. */
  public String text(String column) {
    return values.getOrDefault(column, "");
  }

  /** Without zeros behind: 48, not 48.0000. */
  public Optional<BigDecimal> number(String column) {
    return find(column).map(BigDecimal::new).map(Row::plain);
  }

  /** Without zeros behind, never as 1E+2. */
  public static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
