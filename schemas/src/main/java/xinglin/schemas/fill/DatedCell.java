package xinglin.schemas.fill;

import java.time.LocalDate;
import xinglin.schemas.reading.Heading;

/** A day that was read, with its cell. */
record DatedCell(LocalDate day, String sheet, String cell) {

  Heading heading() {
    return new Heading(Heading.PERIOD, sheet, cell);
  }
}
