package xinglin.schemas.notation;

import java.util.Optional;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/** Reads dates as people write them. */
public final class DateReader {
  private DateReader() {}

  /**
   * @param expected period from which a missing year is inferred
   */
  public static Reading read(Cell cell, Optional<Period> expected) {
    return cell.isBlank()
        ? Reading.of(Value.missing(cell.text(), State.BLANK))
        : Reading.of(Value.missing(cell.text(), State.UNREADABLE), Doubt.UNREADABLE);
  }
}
