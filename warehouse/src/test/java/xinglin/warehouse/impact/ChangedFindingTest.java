package xinglin.warehouse.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.warehouse.statement.DuckDb;

/** How what was told before is paired with what would be told. */
class ChangedFindingTest {
  @TempDir Path folder;

  @Test
  void eachFindingIsPairedWithOneAtMost() throws SQLException {
    try (DuckDb duckDb = DuckDb.open(folder, 128, 1);
        Statement statement = duckDb.connection().createStatement()) {
      table(statement, "before_told", "('A1', 'a'), ('A1', 'b'), ('B1', 'same'), ('C1', 'c')");
      table(statement, "after_told", "('A1', 'c'), ('B1', 'same'), ('C1', 'd'), ('C1', 'e')");
      duckDb.run("impact/changed_finding.sql");
      List<String> changed = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery(
              "select concat_ws(' ', cell, change, message) from changed_finding order by all")) {
        while (row.next()) {
          changed.add(row.getString(1));
        }
      }
      assertEquals(List.of("A1 goes b", "A1 reworded c", "C1 comes e", "C1 reworded d"), changed);
    }
  }

  private static void table(Statement statement, String name, String rows) throws SQLException {
    statement.execute(
        """
        create table %s as
        select 's' as submission_id, 'CODE' as code, 'error' as severity, 'Sheet1' as sheet, cell,
          message, message as message_en
        from (values %s) as told(cell, message)
        """
            .formatted(name, rows));
  }
}
