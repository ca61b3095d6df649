package xinglin.warehouse.decide;

import xinglin.schemas.reading.FormReading;
import xinglin.warehouse.lake.PartitionWriter;

/** Records whose rows were judged one by one, on their way into a table. */
public interface JudgedRecords extends AutoCloseable {

  /** As a submission: its findings, of a frequent kind the first ones, and no figures. */
  FormReading reading();

  /** Errors in all rows; each refuses its row only. */
  int errors();

  /** Warnings in all rows. */
  int warnings();

  /** Writes every row, its personal columns apart and encrypted. */
  void write(PartitionWriter writer, String submissionId);

  @Override
  void close();
}
