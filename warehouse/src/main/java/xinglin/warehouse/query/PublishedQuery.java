package xinglin.warehouse.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.regex.Pattern;
import org.duckdb.DuckDBDriver;
import xinglin.warehouse.statement.StoredRows;

/**
 * Read-only questions to a published file. The statement of the user can neither write nor reach
 * any other file, and cannot change that.
 */
public final class PublishedQuery implements AutoCloseable {
  private static final String FILE = "xinglin.duckdb";

  /** What lists tables would list the one in which its answer is stored. */
  private static final Pattern CATALOGUE =
      Pattern.compile("duckdb_|information_schema|pg_|sqlite_|show|describe|pragma");

  private final Connection connection;
  private final Optional<AsOf> asOf;

  private PublishedQuery(Connection connection, Optional<AsOf> asOf) {
    this.connection = connection;
    this.asOf = asOf;
  }

  /**
   * Opens what is published now.
   *
   * @param published folder {@code published} of a home
   * @param asOf shows every table as it was at the end of a day
   */
  public static PublishedQuery current(Path published, Optional<AsOf> asOf) {
    return open(currentFile(published), asOf);
  }

  static Path currentFile(Path published) {
    Path file = published.resolve("current").resolve(FILE);
    if (!Files.exists(file)) {
      throw new QueryException(QueryException.Reason.NOT_PUBLISHED, "Cannot find " + file);
    }
    return file;
  }

  /** Opens a frozen release. */
  public static PublishedQuery release(Path published, String name, Optional<AsOf> asOf) {
    return open(releaseFile(published, name), asOf);
  }

  static Path releaseFile(Path published, String name) {
    Path file = published.resolve("releases").resolve(name).resolve(FILE);
    if (!name.matches("[^/\\\\.][^/\\\\]*") || !Files.exists(file)) {
      throw new QueryException(QueryException.Reason.NO_SUCH_RELEASE, name);
    }
    return file;
  }

  /** Opens any published file, also one copied away. */
  public static PublishedQuery open(Path file, Optional<AsOf> asOf) {
    Properties properties = new Properties();
    properties.setProperty("duckdb.read_only", "true");
    properties.setProperty("jdbc_stream_results", "true");
    properties.setProperty("threads", Integer.toString(Runtime.getRuntime().availableProcessors()));
    try {
      // Named, not looked up: a look-up would load every driver of the class path.
      Connection connection =
          new DuckDBDriver().connect("jdbc:duckdb:" + file.toRealPath(), properties);
      PublishedQuery query = new PublishedQuery(connection, asOf);
      query.execute("set temp_directory = '" + spill() + "'");
      if (asOf.isPresent()) {
        asOf.get().shadow(connection);
      }
      query.execute("set enable_external_access = false");
      query.execute("set lock_configuration = true");
      return query;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("Cannot open " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Runs one statement and prints what it gives, row by row.
   *
   * @throws QueryException if the database refuses the statement
   */
  public void print(String sql, ResultFormat format, Appendable out) throws IOException {
    try {
      String words = sql.toLowerCase(Locale.ROOT);
      if (asOf.isPresent() && words.matches("(?s).*(indicator|reconcil).*")) {
        asOf.get().shadowIndicators(connection);
      } else if (asOf.isPresent() && words.contains("town_")) {
        asOf.get().shadowAssessments(connection);
      }
      if (CATALOGUE.matcher(words).find()) {
        printStraight(sql, format, out);
        return;
      }
      String query = sql.replaceFirst("[;\\s]+$", "");
      try (StoredRows stored = StoredRows.of(connection, query, List.of(), format.mostRead())) {
        format.print(new ResultRows(stored.rows()), out);
      } catch (SQLException e) {
        if (!mayBeNoSelect(e)) {
          throw e;
        }
        printStraight(sql, format, out);
      }
    } catch (SQLException e) {
      throw new QueryException(QueryException.Reason.STATEMENT, QueryException.said(e));
    }
  }

  /** Not stored: a describe or explain, several statements, a row without names of its fields. */
  private static boolean mayBeNoSelect(SQLException e) {
    String said = QueryException.said(e);
    return said.startsWith("Parser Error") || said.contains("unnamed struct");
  }

  private void printStraight(String sql, ResultFormat format, Appendable out)
      throws IOException, SQLException {
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          format.print(new ResultRows(rows), out);
        }
      }
    }
  }

  /**
   * The rows of a statement of ours, all of them.
   *
   * @param file below {@code warehouse/sql}, for example {@code trace/value.sql}; a file that holds
   *     a statement of this name is asked by its own
   * @param parameters texts, empty for null
   */
  public List<Row> rows(String file, List<Optional<String>> parameters) {
    try {
      return asked(file, parameters);
    } catch (QueryException e) {
      if (e.reason() == QueryException.Reason.OTHER_VERSION && completed()) {
        return asked(file, parameters);
      }
      throw e;
    }
  }

  private boolean completed() {
    try {
      return FileStatements.complete(connection);
    } catch (SQLException e) {
      throw QueryException.ofOurs(e);
    }
  }

  private List<Row> asked(String file, List<Optional<String>> parameters) {
    List<Row> found = new ArrayList<>();
    try (StoredRows stored =
        StoredRows.of(
            connection, FileStatements.text(connection, file), parameters, OptionalLong.empty())) {
      ResultRows rows = new ResultRows(stored.rows());
      while (rows.next()) {
        Map<String, String> values = new HashMap<>();
        List<Optional<String>> cells = rows.values();
        for (int i = 0; i < cells.size(); i++) {
          String name = rows.names().get(i);
          cells.get(i).ifPresent(value -> values.put(name, value));
        }
        found.add(new Row(values));
      }
      return found;
    } catch (SQLException e) {
      throw QueryException.ofOurs(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot close the published file: " + e.getMessage(), e);
    }
  }

  /** Made by the database only when a question needs it, and removed with the connection. */
  private static String spill() {
    Path folder =
        Path.of(
            System.getProperty("java.io.tmpdir"), "xinglin-sql-" + ProcessHandle.current().pid());
    return folder.toString().replace("'", "''");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
