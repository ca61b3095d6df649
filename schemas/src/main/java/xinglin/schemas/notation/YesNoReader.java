package xinglin.schemas.notation;

import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/** Reads yes and no. The value's text is {@code true} or {@code false}. */
public final class YesNoReader {
  private YesNoReader() {}

  public static Reading read(Cell cell) {
    return cell.isBlank()
        ? Reading.of(Value.missing(cell.text(), State.BLANK))
        : Reading.of(Value.missing(cell.text(), State.UNREADABLE), Doubt.UNREADABLE);
  }
}
