package xinglin.warehouse.lake;

import java.util.Map;
import xinglin.schemas.table.Tables;

/** Where the rows of what was read go. */
public interface RowSink {

  /** The tables it takes. */
  Tables tables();

  /**
   * Adds a row.
   *
   * @param table for example {@code observation}
   * @param row values by column name, columns left out are null; String, Integer, Long, BigDecimal,
   *     LocalDate, Instant, Boolean, or an Optional of one
   */
  void write(String table, Map<String, ?> row);

  /**
   * Adds a candidate row of table {@code delivery} or {@code submission}: what becomes of it is not
   * decided yet.
   */
  void candidate(String table, Map<String, ?> row);
}
