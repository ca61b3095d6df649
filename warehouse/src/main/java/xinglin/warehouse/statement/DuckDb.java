package xinglin.warehouse.statement;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
    try (Statement statement = connection.createStatement()) {
      statement.execute("create or replace view " + quoted(name) + " as " + from);
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
