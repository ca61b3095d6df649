package xinglin.warehouse.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import xinglin.schemas.table.TableDefinition;
import xinglin.schemas.table.Tables;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.seal.RestrictedKey;
import xinglin.warehouse.seal.Seal;

/**
 * The stored tables: Apache Iceberg, append-only, one append per table and run. Table names are
 * those of {@code tables/*.yaml}; personal columns go to the table of the same name in namespace
 * {@code restricted}, encrypted.
 */
public final class Lake implements AutoCloseable {
  private static final String LAST = "main.submission";
  private final Home home;
  private final Tables tables;
  private final LakeCatalog catalog;
  private final SnapshotTable snapshots;
  private final PendingLists pending;
  private final Supplier<RestrictedKey> keys;
  private Optional<RestrictedKey> key = Optional.empty();

  /**
   * @param keys what encrypts personal columns
   */
  private Lake(
      Home home,
      Tables tables,
      LakeCatalog catalog,
      SnapshotTable snapshots,
      PendingLists pending,
      Supplier<RestrictedKey> keys) {
    this.home = home;
    this.tables = tables;
    this.catalog = catalog;
    this.snapshots = snapshots;
    this.pending = pending;
    this.keys = keys;
  }

  /** Opens the lake of a home; tables are made when they are first written. */
  public static Lake open(Home home, Tables tables, StateDatabase database) {
    return new Lake(
        home,
        tables,
        new LakeCatalog(home, database.url()),
        new SnapshotTable(database.dataSource()),
        new PendingLists(home.pending(), home.warehouse()),
        () -> RestrictedKey.of(home, System.getenv()));
  }

  public Tables tables() {
    return tables;
  }

  /**
   * Files of one partition of a run, written by one worker and not yet part of any table.
   *
   * @param partition name unique within the run, for example {@code partition3}; letters, digits,
   *     hyphens
   */
  public PartitionWriter writer(String runId, String partition) {
    return new PartitionWriter(
        tables,
        pending,
        home.warehouse(),
        plainName(runId),
        plainName(partition),
        () -> new Seal(key()));
  }

  /** Made once, whichever worker needs it first. */
  private synchronized RestrictedKey key() {
    RestrictedKey known = key.orElseGet(keys);
    key = Optional.of(known);
    return known;
  }

  private static String plainName(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
      throw new IllegalArgumentException("Cannot use as part of a file name: " + name);
    }
    return name;
  }

  /** Whether this partition was finished before: a restarted run need not do it again. */
  public boolean isFinished(String runId, String partition) {
    return pending.isFinished(runId, partition);
  }

  /** Files of all finished partitions of a run, by table of namespace main; without candidates. */
  public Map<String, List<Path>> pending(String runId) {
    return paths(pending.read(runId).tables());
  }

  /**
   * Candidates of all finished partitions of a run, by table: {@code delivery}, {@code submission}.
   */
  public Map<String, List<Path>> candidates(String runId) {
    return paths(pending.read(runId).candidates());
  }

  private static Map<String, List<Path>> paths(Map<String, List<PendingFile>> files) {
    Map<String, List<Path>> paths = new TreeMap<>();
    files.forEach(
        (table, list) -> {
          if (table.startsWith(StoredTable.MAIN + ".")) {
            paths.put(
                table.substring(StoredTable.MAIN.length() + 1),
                list.stream().map(PendingFile::path).toList());
          }
        });
    return paths;
  }

  /**
   * Makes all finished partitions of a run part of the tables, table submission last. A table that
   * already has this run is skipped, so it may be done again after a kill at any point. With
   * nothing pending nothing is written.
   *
   * @return rows by table, with namespace
   */
  public SortedMap<String, Long> commit(String runId) {
    Map<String, List<PendingFile>> files = pending.read(runId).tables();
    SortedMap<String, Long> rows = new TreeMap<>();
    if (files.values().stream().allMatch(List::isEmpty)) {
      return rows;
    }
    try {
      pending.markCommitting(runId);
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot begin the commit of run " + runId, DeliveryException.Retry.SAFE, e);
    }
    List<String> order = new ArrayList<>(files.keySet());
    if (order.remove(LAST)) {
      order.add(LAST);
    }
    for (String name : order) {
      List<PendingFile> written = files.getOrDefault(name, List.of());
      if (!written.isEmpty()) {
        rows.put(name, Commit.append(catalog.getOrCreate(stored(name)), runId, written));
      }
    }
    return rows;
  }

  private StoredTable stored(String fullName) {
    int dot = fullName.indexOf('.');
    TableDefinition definition = tables.get(fullName.substring(dot + 1));
    return fullName.startsWith(StoredTable.RESTRICTED)
        ? StoredTable.restricted(definition)
        : StoredTable.main(definition);
  }

  /**
   * Runs whose commit has begun and that were not forgotten: to be completed with {@link #commit},
   * settled and forgotten before any new run claims deliveries.
   */
  public List<String> begun() {
    return pending.committing();
  }

  /** Drops lists and candidates of a run that is committed and settled. */
  public void forget(String runId) {
    pending.forget(runId);
  }

  /**
   * Parquet files of the current snapshot of a table, in a stable order; empty if never written.
   */
  public List<Path> files(String table) {
    return files(StoredTable.MAIN, tables.get(table).name());
  }

  /** Parquet files of the encrypted columns of a table. */
  public List<Path> restrictedFiles(String table) {
    return files(StoredTable.RESTRICTED, tables.get(table).name());
  }

  private List<Path> files(String namespace, String name) {
    Optional<Long> snapshot = snapshots.find(namespace + "." + name);
    if (snapshot.isEmpty()) {
      return List.of();
    }
    FileList list = new FileList(home.warehouse(), namespace, name);
    return list.find(snapshot.get())
        .orElseGet(() -> catalog.find(namespace, name).map(list::ofCurrent).orElse(List.of()));
  }

  /**
   * Current snapshot of each table that was ever written, by name with namespace: what {@link
   * #files} rests on. Reads small JSON files only, Iceberg stays closed.
   */
  public SortedMap<String, Long> snapshotIds() {
    return snapshots.ids();
  }

  /** Forgets every table and reopens every delivery, in one transaction: the start of a rebuild. */
  public void startOver() {
    catalog.close();
    snapshots.startOver();
    for (String namespace : List.of(StoredTable.MAIN, StoredTable.RESTRICTED)) {
      FolderTree.empty(home.warehouse().resolve(namespace));
    }
    FolderTree.empty(home.pending());
  }

  @Override
  public void close() {
    catalog.close();
  }
}
