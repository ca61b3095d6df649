package xinglin.warehouse.impact;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.table.TableDefinition;
import xinglin.schemas.table.Tables;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.judge.Judging;
import xinglin.warehouse.judge.JudgingRules;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.lake.RehearsedRows;
import xinglin.warehouse.lake.RowSink;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.SqlFile;
import xinglin.warehouse.statement.StreamedRows;

/**
 * Everything that is stored, judged twice: by the definitions as they are, and with a change. Both
 * times as a rebuild would: all submissions together, in the order of receipt. What was not read
 * again is taken as it is stored. Nothing is stored. Not thread safe.
 *
 * <p>Call order: {@link #reached}, {@link #rows} for both worlds, {@link #reread}, {@link #judge}
 * for both worlds, then {@link #counts} and {@link #each}.
 */
public final class Trial implements AutoCloseable {
  private static final int MEMORY_MEGABYTES = 512;
  private static final int THREADS = 2;
  private static final List<String> FIGURES = List.of("observation", "stated_figure");
  private final Lake lake;
  private final DuckDb duckDb;
  private final Map<World, RehearsedRows> tried = new EnumMap<>(World.class);

  private Trial(Lake lake, DuckDb duckDb) {
    this.lake = lake;
    this.duckDb = duckDb;
  }

  /** Looks at what is committed now; what a night adds meanwhile is not seen. */
  public static Trial open(Home home, Lake lake) {
    return asked(
        "open a database in " + home.temporary(),
        () -> {
          DuckDb duckDb = DuckDb.open(home.temporary(), MEMORY_MEGABYTES, THREADS);
          Trial trial = new Trial(lake, duckDb);
          trial.view("submission", lake.tables());
          trial.view("finding", lake.tables());
          duckDb.run("impact/latest_submission.sql");
          duckDb.run("impact/reach_table.sql");
          duckDb.run("impact/reread_table.sql");
          return trial;
        });
  }

  /** Deliveries that have to be read again, in the order of receipt. */
  public List<String> reached(Reach reach) {
    return asked(
        "find what a definition matters to",
        () -> {
          try (DuckDBAppender words = main().createAppender("main", "reach")) {
            if (reach.everything()) {
              append(words, "everything", "");
            }
            for (String form : reach.forms()) {
              append(words, "form", form);
            }
            for (String code : reach.codes()) {
              append(words, "code", code);
            }
          }
          List<String> deliveries = new ArrayList<>();
          each("impact/reached.sql", row -> deliveries.add(row.getString(1)));
          return deliveries;
        });
  }

  /**
   * Where the rows of what is read again go; one thread at a time may write, whichever world it is.
   *
   * @param tables of that world
   */
  public RowSink rows(World world, Tables tables) {
    RehearsedRows rows = new RehearsedRows(duckDb, tables, world.word() + "_");
    tried.put(world, rows);
    return rows;
  }

  /** Ends the writing of rows: of these deliveries they stand for what is stored. */
  public void reread(List<String> deliveries) {
    tried.values().forEach(RehearsedRows::close);
    asked(
        "note what was read again",
        () -> {
          try (DuckDBAppender reread = main().createAppender("main", "reread")) {
            for (String delivery : deliveries) {
              append(reread, delivery);
            }
          }
          return deliveries;
        });
  }

  /**
   * Judges everything in one world.
   *
   * @throws xinglin.schemas.definition.DefinitionException if the statement of a check is wrong
   */
  public void judge(World world, JudgingRules rules) {
    asked(
        "judge what is stored",
        () -> {
          sources(world, rules.tables());
          duckDb.run("impact/told_by_history_table.sql");
          try (DuckDBAppender told = main().createAppender("main", "told_by_history")) {
            new Judging(duckDb, rules)
                .run((submissionId, ordinal, finding) -> tell(told, submissionId, finding));
          }
          duckDb.run("checks/final_submission.sql");
          run("impact/verdict.sql", world);
          run("impact/told.sql", world);
          duckDb.run("impact/forget_world.sql");
          return world;
        });
  }

  /** Compares the two worlds. */
  public ImpactCounts counts() {
    return asked(
        "compare verdicts",
        () -> {
          duckDb.run("impact/changed_finding.sql");
          duckDb.run("impact/changed_submission.sql");
          ImpactCounts[] counts = {ImpactCounts.empty()};
          each(
              "impact/counts.sql",
              row ->
                  counts[0] =
                      counts[0].and(
                          row.getString("name"),
                          Optional.ofNullable(row.getString("word")).orElse(""),
                          row.getLong("number")));
          return counts[0];
        });
  }

  /**
   * Submissions that would be judged otherwise: those that stand first, of them those that flip.
   * Streamed.
   */
  public void each(Consumer<ChangedSubmission> consumer) {
    asked(
        "read what would change",
        () -> {
          ChangeRows rows = new ChangeRows(consumer);
          each("impact/change_rows.sql", rows::take);
          rows.end();
          return rows;
        });
  }

  /** What judging asks, of one world. */
  private void sources(World world, Tables tables) throws SQLException {
    RehearsedRows own = Optional.ofNullable(tried.get(world)).orElseThrow();
    TableDefinition submission = tables.get("submission");
    duckDb.view("tried_submission", submission.stored(), List.of(), own.candidates("submission"));
    duckDb.run("impact/candidate_submission.sql");
    duckDb.view("stored_submission", submission.stored(), List.of());
    duckDb.view("tried_finding", tables.get("finding").stored(), List.of(), own.rows("finding"));
    duckDb.run("impact/stored_finding.sql");
    List<TableDefinition> asked = new ArrayList<>(tables.registers());
    FIGURES.forEach(name -> asked.add(tables.get(name)));
    for (TableDefinition table : asked) {
      view(table.name(), tables);
      String stored =
          SqlFile.read("impact/stored_rows.sql").replace("{table}", "lake_" + table.name());
      String both =
          own.rows(table.name())
              .map(rows -> "(" + stored + " union all by name select * from " + rows + ")")
              .orElse("(" + stored + ")");
      duckDb.view(table.name(), table.stored(), List.of(), Optional.of(both));
    }
  }

  private void view(String table, Tables tables) throws SQLException {
    boolean known = lake.tables().find(table).isPresent();
    List<Path> files = known ? lake.files(table) : List.of();
    duckDb.view("lake_" + table, tables.get(table).stored(), files);
  }

  private static void tell(DuckDBAppender told, String submissionId, Finding finding)
      throws SQLException {
    append(
        told,
        submissionId,
        finding.code(),
        finding.severity().code(),
        finding.sheet(),
        finding.cell(),
        finding.message(),
        finding.messageEn());
  }

  private static void append(DuckDBAppender appender, String... texts) throws SQLException {
    appender.beginRow();
    for (String text : texts) {
      appender.append(text);
    }
    appender.endRow();
  }

  private void run(String path, World world) throws SQLException {
    try (Statement statement = duckDb.connection().createStatement()) {
      statement.execute(SqlFile.read(path).replace("{world}", world.word()));
    }
  }

  private interface RowConsumer {
    void accept(ResultSet row) throws SQLException;
  }

  private void each(String path, RowConsumer consumer) throws SQLException {
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet row = statement.executeQuery(SqlFile.read(path))) {
      while (StreamedRows.next(row)) {
        consumer.accept(row);
      }
    }
  }

  private DuckDBConnection main() {
    return (DuckDBConnection) duckDb.connection();
  }

  private interface Work<T> {
    T run() throws SQLException;
  }

  private static <T> T asked(String what, Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw new DeliveryException(
          "Cannot " + what + ": " + e.getMessage(), DeliveryException.Retry.SAFE, e);
    }
  }

  @Override
  public void close() {
    asked(
        "close a database",
        () -> {
          duckDb.close();
          return this;
        });
  }
}
