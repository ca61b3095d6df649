package xinglin.warehouse.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamedRowsTest {
  private static final String FAILS_LATE =
      "select if(i = 900000, error('stop'), i) from range(1000000) as numbers(i)";
  @TempDir Path folder;

  @Test
  void rowsThatEndTooSoonAreAnError() throws SQLException {
    try (DuckDb duckDb = DuckDb.open(folder, 256, 1);
        Statement statement = duckDb.connection().createStatement();
        ResultSet rows = statement.executeQuery(FAILS_LATE)) {
      SQLException failure = assertThrows(SQLException.class, () -> count(rows));
      assertEquals("The rows end before the last one: the database failed", failure.getMessage());
    }
  }

  @Test
  void theLastRowIsTheEnd() throws SQLException {
    try (DuckDb duckDb = DuckDb.open(folder, 256, 1);
        Statement statement = duckDb.connection().createStatement();
        ResultSet rows = statement.executeQuery("select i from range(1000000) as numbers(i)")) {
      assertEquals(1_000_000, count(rows));
      assertFalse(StreamedRows.next(rows));
    }
  }

  private static long count(ResultSet rows) throws SQLException {
    long count = 0;
    while (StreamedRows.next(rows)) {
      count++;
    }
    return count;
  }
}
