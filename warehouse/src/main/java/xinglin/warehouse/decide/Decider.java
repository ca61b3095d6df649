package xinglin.warehouse.decide;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;

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

  /**
   * @param findings the catalogue of checks: {@code catalogue::finding}
   */
  public Decider(Home home, Lake lake, Function<Issue, Finding> findings) {}

  /**
   * Writes the final delivery, submission and additional finding rows as partition {@code decide}
   * of the run. Done before (a restart), it only counts.
   */
  public void decide(String runId, Instant loadedAt) {
    throw new UnsupportedOperationException();
  }

  /**
   * Each delivery of the run with its outcome, submissions and findings, by delivery id; streamed.
   */
  public void judged(String runId, Consumer<JudgedDelivery> consumer) {
    throw new UnsupportedOperationException();
  }
}
