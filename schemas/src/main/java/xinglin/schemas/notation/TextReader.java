package xinglin.schemas.notation;

import xinglin.schemas.codelist.CodeItem;
import xinglin.schemas.codelist.CodeList;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/** Reads texts and codes. */
public final class TextReader {
  /** Longer texts are no marks; spaces around a mark included. */
  private static final int LONGEST_MARK = 16;

  private TextReader() {}

  /** Text trimmed, line breaks kept; 无 is a text here, {@code /} is not applicable. */
  public static Reading read(Cell cell) {
    if (cell.isBlank()) {
      return Reading.of(Value.missing(cell.text(), State.BLANK));
    }
    if (cell.content() instanceof Cell.Fault) {
      return Reading.of(Value.missing(cell.text(), State.UNREADABLE), Doubt.UNREADABLE);
    }
    boolean mayBeMark = cell.text().length() <= LONGEST_MARK;
    return mayBeMark && Marks.isNotApplicable(Marks.plain(cell.text()))
        ? Reading.of(Value.missing(cell.text(), State.NOT_APPLICABLE))
        : Reading.of(Value.ofText(cell.text(), cell.text().strip()));
  }

  /** The code of a list; a word outside it is UNREADABLE with {@link Doubt#CODE_UNKNOWN}. */
  public static Reading readCode(Cell cell, CodeList list) {
    Reading text = read(cell);
    if (text.value().state() != State.REPORTED) {
      return text;
    }
    return list.find(cell.text())
        .map(CodeItem::code)
        .map(code -> Reading.of(Value.ofText(cell.text(), code)))
        .orElseGet(
            () -> Reading.of(Value.missing(cell.text(), State.UNREADABLE), Doubt.CODE_UNKNOWN));
  }
}
