package xinglin.warehouse.lake;

import java.util.Map;

/**
 * Rows of one worker on their way into Parquet files. Not thread safe: one per worker. Memory is
 * bounded: full buffers are sorted and become a file.
 */
public final class PartitionWriter implements AutoCloseable {

  PartitionWriter() {}

  /**
   * Adds a row.
   *
   * @param table for example {@code observation}
   * @param row values by column name, columns left out are null; String, Integer, Long, BigDecimal,
   *     LocalDate, Instant, Boolean, or an Optional of one. Restricted columns are encrypted and
   *     kept apart. An unknown column is an IllegalArgumentException
   */
  public void write(String table, Map<String, ?> row) {
    throw new UnsupportedOperationException();
  }

  /**
   * Adds a candidate row of table {@code delivery} or {@code submission}: the Decider reads it,
   * changes verdict and outcome where history says so, and writes the row itself. Restricted
   * columns of a candidate are stored at once.
   */
  public void candidate(String table, Map<String, ?> row) {
    throw new UnsupportedOperationException();
  }

  /**
   * Ends the partition: files are durable and their list is written at once. Before that nothing of
   * it counts, after a kill it is written again from the start.
   */
  public void finish() {
    throw new UnsupportedOperationException();
  }

  /** Deletes the files if the partition was not finished. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
