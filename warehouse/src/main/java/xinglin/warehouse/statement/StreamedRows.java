package xinglin.warehouse.statement;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.duckdb.DuckDBResultSet;

/**
 * Goes through rows that the database makes while they are read. The driver ends such a result in
 * the same way whether it is exhausted or failed on the way (memory, a full disk): only its native
 * side knows. It is asked by the one call of the driver that looks, which is not public; a later
 * driver that renames it fails at the first result, not in silence.
 */
public final class StreamedRows {
  private static final Field RESULT;
  private static final Method LOOK;

  static {
    try {
      RESULT = DuckDBResultSet.class.getDeclaredField("resultRef");
      RESULT.setAccessible(true);
      LOOK =
          Class.forName("org.duckdb.DuckDBNative")
              .getDeclaredMethod("duckdb_jdbc_query_result_meta", ByteBuffer.class);
      LOOK.setAccessible(true);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private StreamedRows() {}

  /**
   * Moves to the next row.
   *
   * @param rows of a DuckDB connection
   * @return false after the last one
   * @throws SQLException if the rows end because the database failed
   */
  public static boolean next(ResultSet rows) throws SQLException {
    if (rows.next()) {
      return true;
    }
    try {
      LOOK.invoke(null, RESULT.get(rows.unwrap(DuckDBResultSet.class)));
      return false;
    } catch (InvocationTargetException e) {
      throw new SQLException("The rows end before the last one: the database failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Cannot look at a result", e);
    }
  }
}
