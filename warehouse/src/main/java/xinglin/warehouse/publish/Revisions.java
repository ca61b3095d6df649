package xinglin.warehouse.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.schemas.table.Tables;
import xinglin.warehouse.ledger.publication.PublicationLedger;
import xinglin.warehouse.statement.SqlFile;

/**
 * Why an indicator is another one than was published before. The rows behind it, as the former file
 * still has them, are compared with the rows behind it now; what differs is followed to the report
 * or the penalty, and from there to what became known in between.
 *
 * @param folder in which the publication is made
 * @param rules digest of the definitions and statements
 */
record Revisions(Connection connection, Path folder, PublishRequest request, String rules) {
  static final String CHANGE = "indicator_change";
  static final String REVISION = "indicator_revision";
  private static final List<String> FORMER =
      List.of("evidence", "known", "counting", "division", "expected", "party");

  /** The rows behind indicators: only of those that have changed, as all of them take seconds. */
  private static final String EVIDENCE = SqlFile.read("revision/evidence.sql");

  private static final Logger LOG = LoggerFactory.getLogger(Revisions.class);

  /** What one publication was the first to say, as texts by column. */
  static List<Map<String, String>> of(Path file, long publication) {
    List<Map<String, String>> changes = new ArrayList<>();
    String columns = String.join(", ", PublicationLedger.COLUMNS);
    String sql = "select " + columns + " from " + CHANGE + " where publication = " + publication;
    try (Connection opened = open(file);
        Statement statement = opened.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        Map<String, String> change = new HashMap<>();
        for (String column : PublicationLedger.COLUMNS) {
          Optional.ofNullable(row.getString(column)).ifPresent(text -> change.put(column, text));
        }
        changes.add(change);
      }
      return changes;
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot read the changes of " + file, e);
    }
  }

  void write(PublishedTables written, Tables tables) throws SQLException {
    Optional<Earlier> earlier = request.earlier();
    if (earlier.isEmpty()) {
      written.write(tables.get(CHANGE), "work.lake." + CHANGE);
      written.write(tables.get(REVISION), "work.lake." + REVISION);
      return;
    }
    log(earlier.get().changes());
    run("revision/changed.sql");
    boolean hasFormer = prepare(earlier.get());
    context(earlier.get(), hasFormer);
    run("revision/difference.sql");
    run("revision/cause.sql");
    written.write(tables.get(CHANGE), "(" + SqlFile.read("revision/change.sql") + ")");
    written.write(tables.get(REVISION), "(" + SqlFile.read("revision/revision.sql") + ")");
  }

  private void log(List<Map<String, String>> changes) throws SQLException {
    List<String> columns = new ArrayList<>(List.of("publication", "published_at"));
    columns.addAll(PublicationLedger.COLUMNS);
    execute(
        "create table work.lake.logged_change("
            + columns.stream().map(name -> name + " varchar").collect(Collectors.joining(", "))
            + ")");
    try (DuckDBAppender appender =
        ((DuckDBConnection) connection).createAppender("work", "lake", "logged_change")) {
      for (Map<String, String> change : changes) {
        appender.beginRow();
        for (String column : columns) {
          appender.append(change.get(column));
        }
        appender.endRow();
      }
    }
  }

  /** The rows behind what has changed, of the former file and of this one; none without either. */
  private boolean prepare(Earlier earlier) throws SQLException {
    List<String> changed = changed();
    boolean isAny = !changed.isEmpty();
    String evidence = EVIDENCE.formatted(String.join(" ", changed));
    execute("create temp table current_evidence as " + evidence);
    Optional<Path> file = earlier.file().filter(Files::exists);
    boolean hasFormer = isAny && file.isPresent() && copy(file.get(), evidence);
    if (hasFormer) {
      for (String name : FORMER) {
        execute(
            "create temp table former_"
                + name
                + " as select * from read_parquet("
                + PublishedTables.text(former(name).toString())
                + ")");
      }
    } else {
      execute("create temp table former_evidence as select * from current_evidence where false");
      execute("create temp table former_known(submission_id varchar)");
      execute("create temp table former_counting(submission_id varchar)");
      execute("create temp table former_division as select * from division where false");
      execute("create temp table former_expected(row_key varchar, due_on date)");
      execute("create temp table former_party as select * from party_group where false");
    }
    try {
      for (String name : FORMER) {
        Files.deleteIfExists(former(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot clear " + folder, e);
    }
    return hasFormer;
  }

  /** What the former file counted; false if it cannot tell, being of an older program. */
  private boolean copy(Path file, String evidence) {
    Map<String, String> questions =
        Map.of(
            "evidence",
            evidence,
            "known",
            "select distinct submission_id from history.submission",
            "counting",
            SqlFile.read("revision/counting.sql"),
            "division",
            "select * from division",
            "expected",
            SqlFile.read("revision/expected.sql"),
            "party",
            "select * from party_group");
    try (Connection opened = open(file);
        Statement statement = opened.createStatement()) {
      for (String name : FORMER) {
        statement.execute(
            "copy ("
                + questions.get(name)
                + ") to "
                + PublishedTables.text(former(name).toString())
                + " (format parquet)");
      }
      return true;
    } catch (SQLException e) {
      LOG.warn("Cannot compare with {}: {}", file, e.getMessage());
      return false;
    }
  }

  private Path former(String name) {
    return folder.resolve(".former-" + name + ".parquet");
  }

  /** Each indicator that has changed, for each window in which it has: what gives its rows. */
  private List<String> changed() throws SQLException {
    List<String> changed = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SqlFile.read("revision/windows.sql"))) {
      while (row.next()) {
        String first = "date '" + row.getString(1) + "'";
        String last = "date '" + row.getString(2) + "'";
        String id = row.getString(3);
        changed.add(
            "union all by name select '"
                + id
                + "' as indicator_id, "
                + first
                + " as window_start, "
                + last
                + " as window_end, * from indicators."
                + id
                + "("
                + first
                + ", "
                + last
                + ")");
      }
    }
    return changed;
  }

  private void context(Earlier earlier, boolean hasFormer) throws SQLException {
    boolean otherRules = earlier.last().filter(last -> !last.rules().equals(rules)).isPresent();
    LocalDate day = earlier.last().map(Earlier.Last::date).orElse(request.date());
    execute(
        "create temp table publication_context as select cast("
            + earlier.number()
            + " as integer) as publication, timestamptz '"
            + earlier.now()
            + "' as published_at, "
            + hasFormer
            + " as has_former, "
            + otherRules
            + " as other_rules, "
            + !day.equals(request.date())
            + " as other_day, exists (from (from division except from former_division)) as"
            + " other_divisions");
  }

  private static Connection open(Path file) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("duckdb.read_only", "true");
    return new DuckDBDriver().connect("jdbc:duckdb:" + file, properties);
  }

  private void run(String path) throws SQLException {
    execute(SqlFile.read(path));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
