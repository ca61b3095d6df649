package xinglin.jobs.waive;

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
import xinglin.warehouse.publish.Publication;
import xinglin.warehouse.query.QueryException;
import xinglin.warehouse.statement.SqlFile;

/** What may be let pass: errors of submissions with a form, as published now. */
public final class WaivableErrors {
  private WaivableErrors() {}

  /**
   * The errors of a submission in reading order; empty if it has none or is not published.
   *
   * @param published folder {@code published} of a home
   * @throws QueryException if nothing is published yet
   */
  public static List<WaivableError> of(Path published, String submissionId) {
    Path file = published.resolve("current").resolve(Publication.FILE);
    if (!Files.exists(file)) {
      throw new QueryException(QueryException.Reason.NOT_PUBLISHED, "Cannot find " + file);
    }
    Properties properties = new Properties();
    properties.setProperty("duckdb.read_only", "true");
    List<WaivableError> errors = new ArrayList<>();
    try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + file, properties);
        PreparedStatement statement =
            connection.prepareStatement(SqlFile.read("waiver/errors.sql"))) {
      statement.setString(1, submissionId);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          errors.add(
              new WaivableError(
                  submissionId,
                  row.getString("code"),
                  new Waiver.Place(text(row, "sheet"), text(row, "cell")),
                  text(row, "message"),
                  text(row, "message_en")));
        }
      }
      return errors;
    } catch (SQLException e) {
      throw new QueryException(QueryException.Reason.STATEMENT, String.valueOf(e.getMessage()));
    }
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).orElse("");
  }
}
