package xinglin.warehouse.decide;

import java.time.Instant;
import java.util.function.Function;
import xinglin.schemas.reading.FileReading;
import xinglin.warehouse.lake.PartitionWriter;
import xinglin.warehouse.raw.Envelope;

/**
 * Turns what was read from a file into rows: observation, stated_figure, finding and register rows,
 * and the candidate rows of delivery and submission. The one place where readings meet tables.
 */
public final class ReadingRows {

  /**
   * @param accumulation period, cumulative or snapshot, by form id
   * @param definitions digest of the definitions the files are read by
   */
  public ReadingRows(
      String runId, Instant loadedAt, String definitions, Function<String, String> accumulation) {}

  /** Writes everything of one delivery. */
  public void write(PartitionWriter writer, Envelope envelope, FileReading reading) {
    throw new UnsupportedOperationException();
  }
}
