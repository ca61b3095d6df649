package xinglin.warehouse.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.parquet.ParquetUtil;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.failure.OutcomeUnknownException;

/** The append of one run to one table: happens once, however often it is asked for. */
final class Commit {
  /** Snapshot property that says which run made it. */
  static final String RUN = "xinglin.run";

  /** Old snapshots are dropped in bulk, so that an ordinary night does not pay for it. */
  private static final int SNAPSHOTS_MOST = 90;

  private static final int SNAPSHOTS_KEPT = 30;

  private Commit() {}

  /** Rows that are in the table because of this run, after the call. */
  static long append(Table table, String runId, List<PendingFile> files) {
    long rows = files.stream().mapToLong(PendingFile::rows).sum();
    if (rows == 0 || find(table, runId).isPresent()) {
      return rows;
    }
    AppendFiles append = table.newAppend().set(RUN, runId);
    MetricsConfig metrics = MetricsConfig.forTable(table);
    for (PendingFile file : files) {
      append.appendFile(dataFile(table, metrics, file));
    }
    try {
      append.commit();
    } catch (CommitStateUnknownException e) {
      table.refresh();
      if (find(table, runId).isEmpty()) {
        throw new OutcomeUnknownException(
            "Cannot tell whether run " + runId + " is in table " + table.name(), e);
      }
    }
    expire(table);
    return rows;
  }

  private static DataFile dataFile(Table table, MetricsConfig metricsConfig, PendingFile file) {
    return DataFiles.builder(table.spec())
        .withInputFile(table.io().newInputFile(file.path().toString()))
        .withFormat(FileFormat.PARQUET)
        .withMetrics(metrics(metricsConfig, file.path()))
        .withSortOrder(table.sortOrder())
        .build();
  }

  /** Read from the footer, without the Hadoop configuration that Iceberg would ask for. */
  private static Metrics metrics(MetricsConfig metricsConfig, Path file) {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      return ParquetUtil.footerMetrics(reader.getFooter(), Stream.empty(), metricsConfig);
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot read the written file " + file, DeliveryException.Retry.SAFE, e);
    }
  }

  /** The snapshot a run made. */
  static Optional<Snapshot> find(Table table, String runId) {
    for (Snapshot snapshot : table.snapshots()) {
      if (runId.equals(snapshot.summary().get(RUN))) {
        return Optional.of(snapshot);
      }
    }
    return Optional.empty();
  }

  private static void expire(Table table) {
    int count = 0;
    for (Snapshot ignored : table.snapshots()) {
      count++;
    }
    if (count > SNAPSHOTS_MOST) {
      table
          .expireSnapshots()
          .expireOlderThan(System.currentTimeMillis())
          .retainLast(SNAPSHOTS_KEPT)
          .commit();
    }
  }
}
