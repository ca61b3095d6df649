package xinglin.warehouse.query;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import xinglin.warehouse.statement.SqlFile;

/** Errors of submissions with a form, as published now. */
public final class PublishedErrors {
  private PublishedErrors() {}

  /** One error; sheet and cell are empty where the whole file is meant. */
  public record Entry(String code, String sheet, String cell) {}

  /**
   * The errors of a submission in reading order; empty if it has none or is not published.
   *
   * @param published folder {@code published} of a home
   * @throws QueryException if nothing is published yet
   */
  public static List<Entry> of(Path published, String submissionId) {
    Path file = published.resolve("current").resolve("xinglin.duckdb");
    if (!Files.exists(file)) {
      throw new QueryException(QueryException.Reason.NOT_PUBLISHED, "Cannot find " + file);
    }
    Properties properties = new Properties();
    properties.setProperty("duckdb.read_only", "true");
    List<Entry> errors = new ArrayList<>();
    try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + file, properties);
        PreparedStatement statement =
            connection.prepareStatement(SqlFile.read("waiver/errors.sql"))) {
      statement.setString(1, submissionId);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          errors.add(new Entry(row.getString("code"), text(row, "sheet"), text(row, "cell")));
        }
      }
      return errors;
    } catch (SQLException e) {
      throw QueryException.ofOurs(e);
    }
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).orElse("");
  }
}
