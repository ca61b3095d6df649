package xinglin.warehouse.decide;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.lake.PartitionWriter;
import xinglin.warehouse.lake.RehearsedRows;
import xinglin.warehouse.lake.RowSink;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.SqlFile;
import xinglin.warehouse.statement.StreamedRows;

/**
 * Judges a run's candidates together with what is already stored: duplicates, revisions, checks on
 * history. Works in sets through DuckDB, in the order of receipt whatever the order of loading; a
 * submission that follows a late arrival in its slot is judged again (a further row of the same
 * id).
 *
 * <p>Call order of a run: workers write partitions ({@link ReadingRows}), {@link #decide} writes
 * the partition {@code decide}, {@link Lake#commit} commits all, {@link #judged} feeds answers and
 * ledger.
 */
public final class Decider {
  private static final String PARTITION = "decide";
  private static final int MEMORY_MEGABYTES = 512;
  private static final int THREADS = 2;
  private final Home home;
  private final Lake lake;
  private final Function<Issue, Finding> findings;

  /**
   * @param findings the catalogue of checks: {@code catalogue::finding}
   */
  public Decider(Home home, Lake lake, Function<Issue, Finding> findings) {
    this.home = home;
    this.lake = lake;
    this.findings = findings;
  }

  /**
   * Writes the final delivery, submission and additional finding rows as partition {@code decide}
   * of the run. Done before (a restart), it does nothing.
   */
  public void decide(String runId, Instant loadedAt) {
    if (lake.isFinished(runId, PARTITION)
        || lake.candidates(runId).getOrDefault("delivery", List.of()).isEmpty()) {
      return;
    }
    try (DuckDb duckDb = DuckDb.open(home.temporary(), MEMORY_MEGABYTES, THREADS);
        PartitionWriter writer = lake.writer(runId, PARTITION)) {
      Sources.of(lake, runId).forJudging(duckDb);
      HistoryFindings history =
          judge(
              duckDb,
              (submissionId, ordinal, finding) ->
                  writer.write(
                      "finding",
                      FindingRow.of(submissionId, ordinal, finding, Optional.of(runId))));
      flag(duckDb, history);
      duckDb.run("checks/final_submission.sql");
      duckDb.run("checks/final_delivery.sql");
      FinalRows rows = new FinalRows(writer, runId, loadedAt);
      rows.copy(duckDb, "submission", "final_submission");
      rows.copy(duckDb, "delivery", "final_delivery");
      writer.finish();
    } catch (SQLException e) {
      throw new DeliveryException(
          "Cannot judge run " + runId + ": " + e.getMessage(), DeliveryException.Retry.SAFE, e);
    }
  }

  private HistoryFindings judge(DuckDb duckDb, HistoryFindings.Sink sink) throws SQLException {
    registerLines(duckDb);
    duckDb.run("checks/slot_member.sql");
    duckDb.run("checks/judgement_table.sql");
    duckDb.run("checks/flagged_table.sql");
    HistoryFindings history = new HistoryFindings(sink, findings);
    goThroughSlots(duckDb, history);
    SetChecks.run(duckDb, history);
    return history;
  }

  /** The lines of all registers together, those that a home declares included. */
  private void registerLines(DuckDb duckDb) throws SQLException {
    String each = SqlFile.read("checks/register_line.sql");
    String all =
        lake.tables().registers().stream()
            .map(table -> each.replace("{table}", table.name()))
            .collect(Collectors.joining("union all\n"));
    try (Statement statement = duckDb.connection().createStatement()) {
      statement.execute("create view register_line as " + all);
    }
  }

  /** What history tells about some rows, by submission id, without storing anything. */
  Map<String, List<Finding>> rehearse(Consumer<RowSink> rows) {
    Map<String, List<Finding>> told = new HashMap<>();
    try (DuckDb duckDb = DuckDb.open(home.temporary(), MEMORY_MEGABYTES, THREADS)) {
      try (RehearsedRows own = new RehearsedRows(duckDb, lake.tables())) {
        rows.accept(own);
        own.close();
        Sources.forRehearsing(lake, own, duckDb);
      }
      judge(
          duckDb,
          (submissionId, ordinal, finding) ->
              told.computeIfAbsent(submissionId, id -> new ArrayList<>()).add(finding));
    } catch (SQLException e) {
      throw new DeliveryException(
          "Cannot compare with history: " + e.getMessage(), DeliveryException.Retry.SAFE, e);
    }
    return told;
  }

  /** Slot by slot, in the order of receipt; one slot is in memory at a time. */
  private static void goThroughSlots(DuckDb duckDb, HistoryFindings history) throws SQLException {
    DuckDBConnection main = (DuckDBConnection) duckDb.connection();
    try (Connection ordered = main.duplicate();
        Connection counted = main.duplicate();
        Statement statement = ordered.createStatement();
        ResultSet row = statement.executeQuery(SqlFile.read("checks/in_order.sql"));
        CumulativeCounts counts = new CumulativeCounts(counted);
        DuckDBAppender judgements = main.createAppender("main", "judgement")) {
      Slot slot = new Slot("");
      while (StreamedRows.next(row)) {
        Member member = Member.read(row);
        if (!member.slot().equals(slot.name())) {
          slot = new Slot(member.slot());
        }
        Optional<Slot.Judgement> judgement = slot.next(member, counts.of(member));
        if (judgement.isPresent()) {
          judgements.beginRow();
          judgements.append(member.submissionId());
          judgements.append(judgement.get().verdict().code());
          judgements.append(judgement.get().sameAs());
          judgements.append(judgement.get().formerId());
          judgements.endRow();
          judgement.get().issues().forEach(issue -> history.add(member.submissionId(), issue));
        }
      }
    }
  }

  private static void flag(DuckDb duckDb, HistoryFindings history) throws SQLException {
    DuckDBConnection main = (DuckDBConnection) duckDb.connection();
    try (DuckDBAppender flagged = main.createAppender("main", "flagged")) {
      for (Map.Entry<String, HistoryFindings.Tally> entry : history.tallies().entrySet()) {
        flagged.beginRow();
        flagged.append(entry.getKey());
        flagged.append(entry.getValue().errors());
        flagged.append(entry.getValue().warnings());
        flagged.endRow();
      }
    }
  }

  /**
   * Each delivery of the run with its outcome, submissions and findings; what was inside another
   * one follows it, in its order there. Streamed. To be asked between {@link Lake#commit} and
   * {@link Lake#forget}.
   */
  public void judged(String runId, Consumer<JudgedDelivery> consumer) {
    read(runId, duckDb -> JudgedDeliveries.each(duckDb, consumer));
  }

  /**
   * Outcomes of earlier deliveries that are others now, because something that came before them was
   * loaded by this run.
   */
  public Map<String, String> judgedAgain(String runId) {
    return read(runId, JudgedDeliveries::again).orElse(Map.of());
  }

  /** Reads in a DuckDB that knows the run's files. */
  private interface Reading<T> {
    T read(DuckDb duckDb) throws SQLException;
  }

  private <T> Optional<T> read(String runId, Reading<T> reading) {
    if (!lake.isFinished(runId, PARTITION)) {
      return Optional.empty();
    }
    try (DuckDb duckDb = DuckDb.open(home.temporary(), MEMORY_MEGABYTES, THREADS)) {
      Sources.of(lake, runId).forReading(duckDb);
      return Optional.of(reading.read(duckDb));
    } catch (SQLException e) {
      throw new DeliveryException(
          "Cannot read the judgements of run " + runId + ": " + e.getMessage(),
          DeliveryException.Retry.SAFE,
          e);
    }
  }
}
