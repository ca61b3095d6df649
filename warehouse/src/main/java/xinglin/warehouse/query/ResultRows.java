package xinglin.warehouse.query;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.warehouse.statement.StreamedRows;

/**
 * Rows of an answer as exact texts: dates ISO, instants at +08:00, decimals with all their digits.
 */
final class ResultRows {
  private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);
  private final ResultSet rows;
  private final List<String> names = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();

  /** What a column holds, as far as printing is concerned. */
  enum Kind {
    NUMBER,
    BOOLEAN,
    TEXT,
    /** Dates and instants: their texts can do no harm. */
    TIME
  }

  ResultRows(ResultSet rows) throws SQLException {
    this.rows = rows;
    ResultSetMetaData data = rows.getMetaData();
    for (int i = 1; i <= data.getColumnCount(); i++) {
      names.add(data.getColumnLabel(i));
      kinds.add(kind(data.getColumnType(i)));
    }
  }

  private static Kind kind(int type) {
    return switch (type) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.DECIMAL,
          Types.NUMERIC,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE ->
          Kind.NUMBER;
      case Types.BOOLEAN, Types.BIT -> Kind.BOOLEAN;
      case Types.DATE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE, Types.TIME -> Kind.TIME;
      default -> Kind.TEXT;
    };
  }

  List<String> names() {
    return List.copyOf(names);
  }

  List<Kind> kinds() {
    return List.copyOf(kinds);
  }

  boolean next() throws SQLException {
    return StreamedRows.next(rows);
  }

  /** Values of the row, empty where null. */
  List<Optional<String>> values() throws SQLException {
    List<Optional<String>> values = new ArrayList<>(names.size());
    for (int i = 1; i <= names.size(); i++) {
      values.add(Optional.ofNullable(rows.getObject(i)).map(this::text));
    }
    return values;
  }

  private String text(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof OffsetDateTime instant) {
      return instant.withOffsetSameInstant(SHANGHAI).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
    if (value instanceof java.sql.Timestamp time) {
      LocalDateTime local = time.toLocalDateTime();
      return local.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
    return value.toString();
  }
}
