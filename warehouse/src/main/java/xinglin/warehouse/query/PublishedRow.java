package xinglin.warehouse.query;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One row of a small answer, by column name. */
public final class PublishedRow {
  private final Map<String, Object> values;

  private PublishedRow(Map<String, Object> values) {
    this.values = values;
  }

  static PublishedRow of(ResultSet row) throws SQLException {
    Map<String, Object> values = new HashMap<>();
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      Object value = row.getObject(column);
      if (value != null) {
        values.put(row.getMetaData().getColumnName(column), value);
      }
    }
    return new PublishedRow(values);
  }

  /** Empty for null. */
  public String text(String column) {
    return find(column).map(Object::toString).orElse("");
  }

  public Optional<BigDecimal> number(String column) {
    return find(column).map(value -> new BigDecimal(value.toString()));
  }

  /** Zero for null. */
  public int count(String column) {
    return number(column).map(BigDecimal::intValueExact).orElse(0);
  }

  public Optional<LocalDate> date(String column) {
    return find(column)
        .map(value -> value instanceof Date day ? day.toLocalDate() : (LocalDate) value);
  }

  public boolean flag(String column) {
    return find(column).equals(Optional.of(true));
  }

  private Optional<Object> find(String column) {
    return Optional.ofNullable(values.get(column));
  }
}
