package xinglin.app.assembly;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import xinglin.jobs.load.DocumentReader;
import xinglin.jobs.load.Partners;
import xinglin.schemas.engine.FormEngine;
import xinglin.schemas.engine.ReadingContext;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.sheet.Document;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;

/** The form engine, told who sent a file and when. */
record EngineReader(FormEngine engine, Partners partners, UnaryOperator<String> pseudonym)
    implements DocumentReader {

  @Override
  public FileReading read(Document document, Envelope envelope) {
    Arrival arrival = envelope.arrival();
    LocalDate receivedOn = LocalDate.ofInstant(arrival.receivedAt(), Clocks.ZONE);
    Optional<String> division = partners.senderDivision(arrival.partner(), arrival.sender());
    return engine.read(document, new ReadingContext(division, Optional.of(receivedOn), pseudonym));
  }
}
