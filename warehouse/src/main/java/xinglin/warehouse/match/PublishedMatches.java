package xinglin.warehouse.match;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.publish.Publication;
import xinglin.warehouse.query.QueryException;
import xinglin.warehouse.statement.SqlFile;

/** Reads pairs of parties from what is published now. */
public final class PublishedMatches {
  private PublishedMatches() {}

  /**
   * The likeliest first.
   *
   * @param published folder {@code published} of a home
   * @throws QueryException if nothing is published yet
   */
  public static List<PublishedMatch> read(Path published) {
    Path file = published.resolve("current").resolve(Publication.FILE);
    if (!Files.exists(file)) {
      throw new QueryException(QueryException.Reason.NOT_PUBLISHED, "Cannot find " + file);
    }
    Properties properties = new Properties();
    properties.setProperty("duckdb.read_only", "true");
    List<PublishedMatch> matches = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, properties);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SqlFile.read("match/published_matches.sql"))) {
      while (row.next()) {
        matches.add(
            new PublishedMatch(
                row.getString("match_id"),
                row.getString("score"),
                row.getString("outcome"),
                row.getString("standing"),
                row.getString("reasons"),
                side(row, "left"),
                side(row, "right")));
      }
      return matches;
    } catch (SQLException e) {
      throw new DeliveryException(
          "Cannot read matches of " + file, DeliveryException.Retry.SAFE, e);
    }
  }

  private static PublishedMatch.Side side(ResultSet row, String name) throws SQLException {
    return new PublishedMatch.Side(
        row.getString(name + "_party"),
        text(row, name + "_submission_id"),
        row.getInt(name + "_ordinal"),
        text(row, name + "_document"),
        text(row, name + "_authority"),
        text(row, name + "_date"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).orElse("");
  }
}
