package xinglin.jobs.load;

import xinglin.schemas.reading.FileReading;
import xinglin.schemas.sheet.Document;
import xinglin.warehouse.raw.Envelope;

/** From an opened file to typed and checked values. Pure and thread safe. */
@FunctionalInterface
public interface DocumentReader {
  FileReading read(Document document, Envelope envelope);
}
