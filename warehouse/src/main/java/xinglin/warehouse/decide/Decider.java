package xinglin.warehouse.decide;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import xinglin.schemas.finding.Finding;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.judge.Judging;
import xinglin.warehouse.judge.JudgingRules;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.lake.PartitionWriter;
import xinglin.warehouse.lake.RehearsedRows;
import xinglin.warehouse.lake.RowSink;
import xinglin.warehouse.statement.DuckDb;

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
  private final JudgingRules rules;

  public Decider(Home home, Lake lake, JudgingRules rules) {
    this.home = home;
    this.lake = lake;
    this.rules = rules;
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
      new Judging(duckDb, rules)
          .run(
              (submissionId, ordinal, finding) ->
                  writer.write(
                      "finding",
                      FindingRow.of(submissionId, ordinal, finding, Optional.of(runId))));
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

  /** What history tells about some rows, by submission id, without storing anything. */
  Map<String, List<Finding>> rehearse(Consumer<RowSink> rows) {
    Map<String, List<Finding>> told = new HashMap<>();
    try (DuckDb duckDb = DuckDb.open(home.temporary(), MEMORY_MEGABYTES, THREADS)) {
      try (RehearsedRows own = new RehearsedRows(duckDb, lake.tables())) {
        rows.accept(own);
        own.close();
        Sources.forRehearsing(lake, own, duckDb);
      }
      new Judging(duckDb, rules)
          .run(
              (submissionId, ordinal, finding) ->
                  told.computeIfAbsent(submissionId, id -> new ArrayList<>()).add(finding));
    } catch (SQLException e) {
      throw new DeliveryException(
          "Cannot compare with history: " + e.getMessage(), DeliveryException.Retry.SAFE, e);
    }
    return told;
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
