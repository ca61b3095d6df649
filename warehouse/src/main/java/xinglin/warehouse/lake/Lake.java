package xinglin.warehouse.lake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import xinglin.schemas.table.Tables;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.StateDatabase;

/**
 * The stored tables: Apache Iceberg, append-only, one append per table and run. Table names are
 * those of {@code tables/*.yaml}; personal columns go to the table of the same name in namespace
 * {@code restricted}, encrypted.
 */
public final class Lake implements AutoCloseable {

  private Lake() {}

  /** Opens the lake of a home; tables are made when they are first written. */
  public static Lake open(Home home, Tables tables, StateDatabase database) {
    throw new UnsupportedOperationException();
  }

  public Tables tables() {
    throw new UnsupportedOperationException();
  }

  /**
   * Files of one partition of a run, written by one worker and not yet part of any table.
   *
   * @param partition name unique within the run, for example {@code partition3}; letters, digits,
   *     hyphens
   */
  public PartitionWriter writer(String runId, String partition) {
    throw new UnsupportedOperationException();
  }

  /** Whether this partition was finished before: a restarted run need not do it again. */
  public boolean isFinished(String runId, String partition) {
    throw new UnsupportedOperationException();
  }

  /** Files of all finished partitions of a run, by table; without candidates. */
  public Map<String, List<Path>> pending(String runId) {
    throw new UnsupportedOperationException();
  }

  /**
   * Candidates of all finished partitions of a run, by table: {@code delivery}, {@code submission}.
   */
  public Map<String, List<Path>> candidates(String runId) {
    throw new UnsupportedOperationException();
  }

  /**
   * Makes all finished partitions of a run part of the tables, table submission last. A table that
   * already has this run is skipped, so it may be done again after a kill at any point. With
   * nothing pending nothing is written.
   *
   * @return rows by table
   */
  public SortedMap<String, Long> commit(String runId) {
    throw new UnsupportedOperationException();
  }

  /**
   * Parquet files of the current snapshot of a table, in a stable order; empty if never written.
   */
  public List<Path> files(String table) {
    throw new UnsupportedOperationException();
  }

  /** Current snapshot of each table that was ever written: what {@link #files} rests on. */
  public SortedMap<String, Long> snapshotIds() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
