package xinglin.app.night;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xinglin.warehouse.query.CsvFormat;
import xinglin.warehouse.query.PublishedQuery;

/** What a home has published, as texts. */
public final class Published {
  private static final String TABLES =
      "select table_schema || '.' || table_name from information_schema.tables"
          + " where table_schema in (%s) and table_type = 'BASE TABLE'"
          + " and table_name not in ('indicator_change', 'indicator_revision') order by 1";

  private Published() {}

  public static List<String> query(Path home, String sql) throws IOException {
    try (PublishedQuery query = open(home)) {
      return query(query, sql);
    }
  }

  private static PublishedQuery open(Path home) throws IOException {
    return PublishedQuery.current(home.resolve("published"), Optional.empty());
  }

  private static List<String> query(PublishedQuery query, String sql) throws IOException {
    StringBuilder out = new StringBuilder();
    query.print(sql, new CsvFormat(), out);
    return out.toString().lines().skip(1).toList();
  }

  /**
   * All published rows by table; columns of clock and run left out, and the two tables that tell of
   * earlier publications.
   */
  public static Map<String, List<String>> rows(Path home) throws IOException {
    return rows(home, "'main', 'history'");
  }

  /** As {@link #rows(Path)}, of the current tables only. */
  public static Map<String, List<String>> current(Path home) throws IOException {
    return rows(home, "'main'");
  }

  private static Map<String, List<String>> rows(Path home, String schemas) throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    try (PublishedQuery query = open(home)) {
      for (String table : query(query, Examples.text(TABLES, schemas))) {
        rows.put(
            table,
            query(
                query,
                "select columns(name -> name not in ('loaded_at', 'run_id')) from "
                    + table
                    + " order by all"));
      }
    }
    return rows;
  }
}
