package xinglin.warehouse.lead;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.schemas.exchange.profile.Profile;
import xinglin.schemas.value.Period;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.restricted.RestrictedReader;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.SqlFile;
import xinglin.warehouse.statement.StreamedRows;

/** Chooses what has to be sent to a region of what the registers ask and answer, in sets. */
public final class LeadChoice {
  private static final int MEMORY_MEGABYTES = 256;
  private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);
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
      set(connection, "own", receiver.own());
      set(connection, "region", receiver.region());
      set(connection, "today", today);
      set(connection, "practice_types", receiver.practiceTypes().toArray());
      set(connection, "since", receiver.since());
      set(connection, "until", receiver.until().orElse(FOR_EVER));
      set(connection, "identities", receiver.identities());
      set(connection, "divisions", receiver.divisionPrefixes().toArray());
      set(connection, "compound_surnames", receiver.compoundSurnames().toArray());
      if (receiver.key().isPresent()) {
        set(connection, "shared_inner_pad", receiver.key().get().innerPad());
        set(connection, "shared_outer_pad", receiver.key().get().outerPad());
      }
      for (String macros : List.of("exchange", "send", "lead")) {
        duckDb.run(macros + "/macros.sql");
      }
      former(connection, former);
      new RestrictedReader(home, lake)
          .open(duckDb, TABLE, "sealed_row", lines(connection), "leads for " + receiver.region());
      duckDb.run("lead/secret.sql");
      execute(connection, "create table wanted as " + SqlFile.read("lead/wanted.sql"));
      for (String code : receiver.leaveOut()) {
        execute(connection, "update wanted set " + code + " = null");
      }
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

  /** Read to its end: a result that is left open keeps what is registered later out of sight. */
  private static long lines(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from published.lead_record where kind is null")) {
      long lines = 0;
      while (StreamedRows.next(row)) {
        lines = row.getLong(1);
      }
      return lines;
    }
  }

  private static void set(Connection connection, String name, Object value) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("set variable " + name + " = ?")) {
      statement.setObject(
          1, value instanceof Object[] texts ? connection.createArrayOf("VARCHAR", texts) : value);
      statement.execute();
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
