package xinglin.warehouse.lead;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import xinglin.schemas.check.CheckDeclaration;
import xinglin.schemas.exchange.SentRows;
import xinglin.schemas.exchange.profile.Profile;
import xinglin.schemas.exchange.profile.ProfileColumn;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.SqlFile;

/** Gives the statements of {@code sql/lead} what they work on, and runs those that judge. */
final class LeadStage {
  private final DuckDb duckDb;
  private final Profile profile;

  LeadStage(DuckDb duckDb, Profile profile) {
    this.duckDb = duckDb;
    this.profile = profile;
  }

  /** Name of a column of the profile in the statements. */
  static String field(ProfileColumn column) {
    return column.code().toLowerCase(Locale.ROOT);
  }

  void take(SentRows rows, LeadContext context, List<CheckDeclaration> checks)
      throws SQLException, IOException {
    duckDb.run("lead/prepare.sql");
    set(duckDb.connection(), "sender", context.sender());
    set(duckDb.connection(), "receiver", context.receiver());
    columns();
    try (DuckDBAppender sent = appender("sent_lead");
        DuckDBAppender severities = appender("check_severity")) {
      for (String lead : context.sent()) {
        sent.beginRow();
        sent.append(lead);
        sent.endRow();
      }
      for (CheckDeclaration check : checks) {
        severities.beginRow();
        severities.append(check.code());
        severities.append(check.severity().code());
        severities.endRow();
      }
    }
    records(rows);
    for (String relation : List.of("cell", "digest", "issue", "verdict")) {
      execute(
          "create or replace table "
              + relation
              + " as "
              + SqlFile.read("lead/" + relation + ".sql"));
    }
  }

  private void columns() throws SQLException {
    try (PreparedStatement insert =
        duckDb.connection().prepareStatement("insert into profile_column values (?, ?, ?, ?, ?)")) {
      for (ProfileColumn column : profile.columns()) {
        insert.setString(1, field(column));
        insert.setString(2, column.type().name().toLowerCase(Locale.ROOT));
        if (column.most().isPresent()) {
          insert.setInt(3, column.most().getAsInt());
        } else {
          insert.setNull(3, Types.INTEGER);
        }
        insert.setBoolean(4, column.required());
        insert.setObject(
            5, duckDb.connection().createArrayOf("VARCHAR", column.values().toArray()));
        insert.execute();
      }
    }
  }

  private void records(SentRows rows) throws SQLException, IOException {
    execute(
        profile.columns().stream()
            .map(column -> field(column) + " varchar")
            .collect(
                Collectors.joining(", ", "create or replace table sent (ordinal integer, ", ")")));
    int width = profile.columns().size();
    int[] ordinal = {0};
    try (DuckDBAppender sent = appender("sent")) {
      rows.each(
          (row, texts) -> {
            try {
              sent.beginRow();
              sent.append(ordinal[0]++);
              for (int at = 0; at < width; at++) {
                sent.append(at < texts.size() && !texts.get(at).isEmpty() ? texts.get(at) : null);
              }
              sent.endRow();
            } catch (SQLException e) {
              throw new IOException("Cannot stage row " + row, e);
            }
          });
    }
  }

  private DuckDBAppender appender(String table) throws SQLException {
    return ((DuckDBConnection) duckDb.connection()).createAppender("main", table);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = duckDb.connection().createStatement()) {
      statement.execute(sql);
    }
  }

  /** A value that statements read by {@code getvariable}. */
  static void set(Connection connection, String name, String value) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("set variable " + name + " = ?")) {
      statement.setString(1, value);
      statement.execute();
    }
  }
}
