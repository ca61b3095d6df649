package xinglin.app.night.impact;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import xinglin.app.assembly.Workplace;
import xinglin.app.night.Examples;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.statement.DuckDb;

/**
 * What a home has stored of its submissions.
 *
 * @param verdicts by submission
 * @param findings one line each, as in {@link Forecast}
 */
record Stored(Map<String, String> verdicts, Set<String> findings) {
  private static final String HOLDING =
      """
      create view holding as
      select * from submission
      qualify row_number() over (partition by submission_id order by loaded_at desc, run_id desc) = 1
      """;
  private static final String FINDINGS =
      """
      select concat_ws(',', finding.submission_id, code, severity, coalesce(finding.sheet, ''), coalesce(cell, ''))
      from finding join holding using (submission_id)
      where judged_in is null or judged_in = holding.run_id
      """;

  static Stored of(Path home) throws SQLException {
    Workplace place = Examples.place(home);
    Stored stored = new Stored(new TreeMap<>(), new TreeSet<>());
    try (Lake lake = Lake.open(place.home(), place.definitions().tables(), place.database());
        DuckDb duckDb = DuckDb.open(place.home().temporary(), 256, 1);
        Statement statement = duckDb.connection().createStatement()) {
      for (String table : List.of("submission", "finding")) {
        duckDb.view(table, lake.tables().get(table).stored(), lake.files(table));
      }
      statement.execute(HOLDING);
      try (ResultSet row = statement.executeQuery("select submission_id, verdict from holding")) {
        while (row.next()) {
          stored.verdicts.put(row.getString(1), row.getString(2));
        }
      }
      try (ResultSet row = statement.executeQuery(FINDINGS)) {
        while (row.next()) {
          stored.findings.add(row.getString(1));
        }
      }
    }
    return stored;
  }
}
