package xinglin.warehouse.query;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import xinglin.warehouse.statement.SqlFile;

/** Leads between regions whose replies are due soon or overdue, as published. */
public final class RequestsDue {
  private RequestsDue() {}

  /**
   * A request without a reply.
   *
   * @param ours whether we asked
   * @param region the other side
   * @param leadId number as exchanged
   * @param asked investigate or joint
   * @param replyDue last day
   */
  public record Due(boolean ours, String region, String leadId, String asked, LocalDate replyDue) {}

  /**
   * Those whose day has passed, or comes within a week, the most urgent first.
   *
   * @param published folder {@code published} of a home; without a published file there are none
   */
  public static List<Due> list(Path published, LocalDate today) {
    Path file = published.resolve("current").resolve("xinglin.duckdb");
    List<Due> due = new ArrayList<>();
    if (!Files.exists(file)) {
      return due;
    }
    Properties properties = new Properties();
    properties.setProperty("duckdb.read_only", "true");
    try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + file, properties);
        PreparedStatement statement = connection.prepareStatement(SqlFile.read("lead/due.sql"))) {
      statement.setObject(1, today);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          due.add(
              new Due(
                  row.getString("asked_by").equals("ours"),
                  row.getString("region"),
                  row.getString("lead_id"),
                  row.getString("asked"),
                  row.getObject("reply_due", LocalDate.class)));
        }
      }
      return due;
    } catch (SQLException e) {
      throw QueryException.ofOurs(e);
    }
  }
}
