package xinglin.warehouse.statement;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import xinglin.schemas.table.Column;

/**
 * A private DuckDB in memory that spills to the home's scratch folder: for work in sets over
 * Parquet files. Not thread safe.
 */
public final class DuckDb implements AutoCloseable {
  private final Connection connection;

  private DuckDb(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens one.
   *
   * @param memoryMegabytes what it may hold before it spills
   * @param threads how many cores it may use
   */
  public static DuckDb open(Path temporary, int memoryMegabytes, int threads) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", memoryMegabytes + "MB");
    settings.setProperty("threads", Integer.toString(threads));
    settings.setProperty("temp_directory", temporary.resolve("duckdb").toString());
    settings.setProperty("jdbc_stream_results", "true");
    settings.setProperty("preserve_insertion_order", "false");
    return new DuckDb(DriverManager.getConnection("jdbc:duckdb:", settings));
  }

  /**
   * Opens one and closes it: the first of a process takes a third of a second, which a thread with
   * nothing else to do may spend before one is needed.
   */
  public static void wake() throws SQLException {
    DriverManager.getConnection("jdbc:duckdb:").close();
  }

  public Connection connection() {
    return connection;
  }

  /** Runs the statements of a file of {@code warehouse/sql/}. */
  public void run(String path) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(SqlFile.read(path));
    }
  }

  /**
   * A view of Parquet files with exactly these columns: those a file is older than are null, and no
   * file at all is no row.
   */
  public void view(String name, List<Column> columns, List<Path> files) throws SQLException {
    view(name, columns, files, Optional.empty());
  }

  /**
   * As {@link #view(String, List, List)}, with the rows of a relation of this database.
   *
   * @param relation with these columns
   */
  public void view(String name, List<Column> columns, List<Path> files, Optional<String> relation)
      throws SQLException {
    String typed =
        columns.stream()
            .map(column -> "null::" + column.type().duckDb() + " as " + quoted(column.name()))
            .collect(Collectors.joining(", "));
    String empty = "select " + typed + " where false";
    String list =
        files.stream()
            .map(file -> "'" + file.toString().replace("'", "''") + "'")
            .collect(Collectors.joining(", ", "[", "]"));
    String from =
        files.isEmpty()
            ? empty
            : empty
                + " union all by name select * from read_parquet("
                + list
                + ", union_by_name = true)";
    String also = relation.map(rows -> " union all by name select * from " + rows).orElse("");
    try (Statement statement = connection.createStatement()) {
      statement.execute("create or replace view " + quoted(name) + " as " + from + also);
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
