package xinglin.schemas.notation;

import java.util.Optional;
import xinglin.schemas.codelist.CountingUnit;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/** Reads numbers as people write them. */
public final class NumberReader {
  private NumberReader() {}

  /**
   * @param unit the measure's unit; money comes out in yuan
   * @param headerUnit the unit that the header names, as {@link xinglin.schemas.value.Labels#unit}
   *     gives it; one in the cell wins over it
   */
  public static Reading read(Cell cell, CountingUnit unit, Optional<String> headerUnit) {
    return cell.isBlank()
        ? Reading.of(Value.missing(cell.text(), State.BLANK))
        : Reading.of(Value.missing(cell.text(), State.UNREADABLE), Doubt.UNREADABLE);
  }
}
