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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
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

  /** Without these of the former file, nothing can be compared. */
  private static final List<String> COMPARED = List.of("evidence", "known", "counting");

  /** Lists that explain more, and how both files tell them. */
  private static final Map<String, String> LISTS =
      Map.of(
          "division",
          "select * from division",
          "expected",
          SqlFile.read("revision/expected.sql"),
          "party",
          "select * from party_group");

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
    Set<String> told = isAny && file.isPresent() ? copy(file.get(), evidence) : Set.of();
    boolean hasFormer = told.containsAll(COMPARED);
    if (hasFormer) {
      for (String name : COMPARED) {
        execute("create temp table former_" + name + " as " + copied(name));
      }
    } else {
      execute("create temp table former_evidence as select * from current_evidence where false");
      execute("create temp table former_known(submission_id varchar)");
      execute("create temp table former_counting(submission_id varchar)");
    }
    for (Map.Entry<String, String> list : LISTS.entrySet()) {
      former(list.getKey(), list.getValue(), hasFormer && told.contains(list.getKey()));
    }
    try {
      for (String name : questions(evidence).keySet()) {
        Files.deleteIfExists(former(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot clear " + folder, e);
    }
    return hasFormer;
  }

  /**
   * A former list; if the former file cannot tell it, or has other columns, nothing of it is new.
   */
  private void former(String name, String current, boolean isTold) throws SQLException {
    String table = "create temp table former_" + name + " as ";
    if (isTold) {
      try {
        execute(table + "from (" + current + ") where false union all " + copied(name));
        return;
      } catch (SQLException e) {
        LOG.warn("Cannot compare {}: {}", name, e.getMessage());
      }
    }
    execute(table + current);
  }

  private String copied(String name) {
    return "select * from read_parquet(" + PublishedTables.text(former(name).toString()) + ")";
  }

  private static Map<String, String> questions(String evidence) {
    Map<String, String> questions = new HashMap<>(LISTS);
    questions.put("evidence", evidence);
    questions.put("known", "select distinct submission_id from history.submission");
    questions.put("counting", SqlFile.read("revision/counting.sql"));
    return questions;
  }

  /** What the former file can tell: one of an older program cannot tell everything. */
  private Set<String> copy(Path file, String evidence) {
    Set<String> told = new HashSet<>();
    try (Connection opened = open(file);
        Statement statement = opened.createStatement()) {
      for (Map.Entry<String, String> question : questions(evidence).entrySet()) {
        try {
          statement.execute(
              "copy ("
                  + question.getValue()
                  + ") to "
                  + PublishedTables.text(former(question.getKey()).toString())
                  + " (format parquet)");
          told.add(question.getKey());
        } catch (SQLException e) {
          LOG.warn("Cannot ask {} for {}: {}", file, question.getKey(), e.getMessage());
        }
      }
    } catch (SQLException e) {
      LOG.warn("Cannot compare with {}: {}", file, e.getMessage());
    }
    return told;
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
