package xinglin.warehouse.query;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/**
 * Our own questions to a published file, whose answers are small enough to be read whole: what a
 * document that we write is filled with.
 */
public final class PublishedRows implements AutoCloseable {
  private final Connection connection;
  private final Optional<AsOf> asOf;

  private PublishedRows(Connection connection, Optional<AsOf> asOf) {
    this.connection = connection;
    this.asOf = asOf;
  }

  /**
   * Opens what is published now, or a release, as it was known at the end of a day if one is given.
   *
   * @param published folder {@code published} of a home
   * @throws QueryException if it is not there
   */
  public static PublishedRows open(Path published, Optional<String> release, Optional<AsOf> asOf) {
    return open(
        release
            .map(name -> PublishedQuery.releaseFile(published, name))
            .orElseGet(() -> PublishedQuery.currentFile(published)),
        asOf);
  }

  /** Opens any published file. */
  public static PublishedRows open(Path file, Optional<AsOf> asOf) {
    Properties properties = new Properties();
    properties.setProperty("duckdb.read_only", "true");
    try {
      Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + file, properties);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set enable_external_access = false");
      }
      if (asOf.isPresent()) {
        asOf.get().shadow(connection);
      }
      return new PublishedRows(connection, asOf);
    } catch (SQLException e) {
      throw QueryException.ofOurs(e);
    }
  }

  /** Lets assessments be as they were known; takes a while, so only for those who ask for them. */
  public PublishedRows withAssessments() {
    try {
      if (asOf.isPresent()) {
        asOf.get().shadowAssessments(connection);
      }
      return this;
    } catch (SQLException e) {
      throw QueryException.ofOurs(e);
    }
  }

  /**
   * All rows of a statement.
   *
   * @param sql a file of {@code warehouse/sql}, for example {@code rollup/figures.sql}
   * @param parameters in order; dates as {@link java.time.LocalDate}
   */
  public List<PublishedRow> list(String sql, Object... parameters) {
    List<PublishedRow> rows = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(FileStatements.text(connection, sql))) {
      for (int index = 0; index < parameters.length; index++) {
        statement.setObject(index + 1, parameters[index]);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(PublishedRow.of(row));
        }
      }
      return rows;
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
}
