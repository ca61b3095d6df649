package xinglin.warehouse.query;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/**
 * Whole tables of a published file as CSV and JSON, rows in the order of their key: the same rows,
 * the same bytes. Values are written exactly, in plain UTF-8.
 *
 * @param file published file
 */
public record TableExport(Path file) {

  /** A table and the columns that order its rows. */
  public record Table(String name, List<String> key) {}

  /** Writes one table as CSV. */
  public void csv(Table table, Path target) throws IOException {
    try (Connection connection = open()) {
      write(connection, table, new CsvFormat(), target);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot export from " + file, e);
    }
  }

  /** Writes {@code <table>.csv} and {@code <table>.json} of each table into a folder. */
  public void all(List<Table> tables, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Connection connection = open()) {
      for (Table table : tables) {
        write(connection, table, new CsvFormat(), folder.resolve(table.name() + ".csv"));
        write(connection, table, new JsonFormat(), folder.resolve(table.name() + ".json"));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot export the published tables", e);
    }
  }

  private Connection open() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("duckdb.read_only", "true");
    properties.setProperty("jdbc_stream_results", "true"); // one sorted table: see StoredRows
    return new DuckDBDriver().connect("jdbc:duckdb:" + file, properties);
  }

  private static void write(Connection connection, Table table, ResultFormat format, Path target)
      throws IOException, SQLException {
    String sql = "select * from " + table.name() + " order by " + String.join(", ", table.key());
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql);
        Writer out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
      format.print(new ResultRows(rows), out);
    }
  }
}
