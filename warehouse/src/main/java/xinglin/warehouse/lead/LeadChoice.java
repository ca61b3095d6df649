package xinglin.warehouse.lead;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import xinglin.schemas.exchange.profile.Profile;
import xinglin.schemas.value.Period;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.restricted.RestrictedReader;
import xinglin.warehouse.restricted.RestrictedRow;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.SqlFile;

/** Chooses what has to be sent to a region of what the registers ask and answer, in sets. */
public final class LeadChoice {
  private static final int MEMORY_MEGABYTES = 256;
  private static final String TABLE = "lead_record";
  private final Home home;
  private final Lake lake;
  private final Profile profile;

  public LeadChoice(Home home, Lake lake, Profile profile) {
    this.home = home;
    this.lake = lake;
    this.profile = profile;
  }

  /**
   * Writes the records that the region does not have yet, or not so.
   *
   * @param published file that was published last
   * @param former data parts sent to it before, in any order
   * @param target the new data part; not written if there is nothing to send
   * @return days that the records are about; empty if there are none
   */
  public Optional<Period> write(
      Path published, LeadReceiver receiver, List<Path> former, LocalDate today, Path target) {
    try (DuckDb duckDb = DuckDb.open(home.temporary(), MEMORY_MEGABYTES, 1)) {
      Connection connection = duckDb.connection();
      execute(connection, "attach " + text(published.toString()) + " as published (read_only)");
      duckDb.run("lead/macros.sql");
      LeadStage.set(connection, "own", receiver.own());
      LeadStage.set(connection, "region", receiver.region());
      LeadStage.set(connection, "today", today.toString());
      execute(connection, "set variable plain = " + receiver.plain());
      execute(connection, "set variable divisions = " + list(significant(receiver.divisions())));
      former(connection, former);
      secrets(connection, receiver);
      execute(connection, "create table chosen as " + SqlFile.read("lead/choose.sql"));
      Optional<Period> period = period(connection);
      if (period.isPresent()) {
        execute(
            connection,
            "copy (select "
                + profile.columns().stream()
                    .map(column -> LeadStage.field(column) + " as " + column.code())
                    .collect(Collectors.joining(", "))
                + " from chosen) to "
                + text(target.toString())
                + " (format csv, header, quote '\"', escape '\"', nullstr '')");
      }
      return period;
    } catch (SQLException e) {
      throw new DeliveryException(
          "Cannot choose leads for " + receiver.region(), DeliveryException.Retry.SAFE, e);
    }
  }

  /** 310000 is all that begins with 31, 320500 all that begins with 3205. */
  private static List<String> significant(List<String> divisions) {
    return divisions.stream().map(code -> code.replaceFirst("(00){1,2}$", "")).toList();
  }

  private void former(Connection connection, List<Path> files) throws SQLException {
    String columns =
        profile.columns().stream()
            .map(column -> LeadStage.field(column) + " varchar")
            .collect(Collectors.joining(", "));
    execute(connection, "create table former (" + columns + ")");
    if (!files.isEmpty()) {
      String typed =
          profile.columns().stream()
              .map(column -> "'" + LeadStage.field(column) + "': 'varchar'")
              .collect(Collectors.joining(", ", "{", "}"));
      execute(
          connection,
          "insert into former select * from read_csv("
              + list(files.stream().map(Path::toString).toList())
              + ", auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"',"
              + " parallel = false, columns = "
              + typed
              + ")");
    }
  }

  private void secrets(Connection connection, LeadReceiver receiver) throws SQLException {
    execute(
        connection,
        "create table secret (submission_id varchar, ordinal integer, party_name varchar,"
            + " party_key varchar, place varchar, summary varchar, answer varchar)");
    List<String> ids = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select distinct submission_id from published.lead_record where kind is null")) {
      while (row.next()) {
        ids.add(row.getString(1));
      }
    }
    if (ids.isEmpty()) {
      return;
    }
    try (DuckDBAppender secret =
        ((DuckDBConnection) connection).createAppender("main", "secret")) {
      for (RestrictedRow row :
          new RestrictedReader(home, lake)
              .rows(TABLE, ids, "sending leads to " + receiver.region())) {
        Map<String, String> values = row.values();
        secret.beginRow();
        secret.append(row.id());
        secret.append(row.ordinal());
        secret.append(values.get("party_name"));
        secret.append(
            Optional.ofNullable(values.get("party_number"))
                .flatMap(receiver.partyKey())
                .orElse(null));
        for (String name : List.of("place", "summary", "answer")) {
          secret.append(values.get(name));
        }
        secret.endRow();
      }
    }
  }

  private static Optional<Period> period(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select min(cast(yrd_received_on as date)), max(cast(yrd_received_on as date))"
                    + " from chosen");
        ResultSet row = statement.executeQuery()) {
      row.next();
      LocalDate first = row.getObject(1, LocalDate.class);
      LocalDate last = row.getObject(2, LocalDate.class);
      return first == null || last == null
          ? Optional.empty()
          : Optional.of(new Period(first, last));
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String list(List<String> texts) {
    return texts.stream().map(LeadChoice::text).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
