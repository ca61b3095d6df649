package xinglin.jobs.impact;

import java.time.Instant;
import java.util.function.Function;
import xinglin.jobs.load.DocumentReader;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.sheet.Document;
import xinglin.warehouse.decide.ReadingRows;
import xinglin.warehouse.judge.JudgingRules;
import xinglin.warehouse.raw.Envelope;

/**
 * One set of definitions at work.
 *
 * @param accumulation period, cumulative or snapshot, by form id
 */
public record Side(
    DocumentReader reader, JudgingRules judging, Function<String, String> accumulation) {
  private static final String RUN = "impact";

  FileReading read(Document document, Envelope envelope) {
    return reader.read(document, envelope);
  }

  ReadingRows rows() {
    return new ReadingRows(RUN, Instant.EPOCH, "", accumulation);
  }
}
