package xinglin.schemas.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One cell as the sender filled it in, with the area it covers.
 *
 * @param row zero-based row of the top left corner
 * @param column zero-based column of the top left corner
 * @param rowSpan rows covered, at least 1 (merged cells)
 * @param columnSpan columns covered, at least 1
 * @param text what the cell holds, as sent: text unchanged, a number in plain digits without a
 *     trailing {@code .0}, a date cell as {@code yyyy-MM-dd}; empty for a blank cell
 * @param content the typed content behind the text
 * @param formula the formula and its recomputed result, if the cell holds one
 * @param hidden whether row, column or sheet is hidden
 */
public record Cell(
    int row,
    int column,
    int rowSpan,
    int columnSpan,
    String text,
    Content content,
    Optional<Formula> formula,
    boolean hidden) {

  public Cell {
    Objects.requireNonNull(text);
    Objects.requireNonNull(content);
    Objects.requireNonNull(formula);
    if (row < 0 || column < 0 || rowSpan < 1 || columnSpan < 1) {
      throw new IllegalArgumentException(
          "Cannot place cell at " + row + "," + column + " over " + rowSpan + "x" + columnSpan);
    }
  }

  /** A visible text cell that covers one place. */
  public static Cell ofText(int row, int column, String text) {
    return new Cell(
        row,
        column,
        1,
        1,
        text,
        text.isBlank() ? Content.BLANK : Content.TEXT,
        Optional.empty(),
        false);
  }

  public boolean isBlank() {
    return text.isBlank();
  }

  public CellAddress address() {
    return new CellAddress(row, column);
  }

  /** First row below the cell. */
  public int bottom() {
    return row + rowSpan;
  }

  /** First column right of the cell. */
  public int right() {
    return column + columnSpan;
  }

  /** What kind of content a cell holds. A closed set: readers switch over it. */
  public sealed interface Content permits Blank, Text, Number, Date, Bool, Fault {
    Content BLANK = new Blank();
    Content TEXT = new Text();
  }

  public record Blank() implements Content {}

  public record Text() implements Content {}

  /** A number cell; Excel's binary noise is already cut to 15 significant digits. */
  public record Number(BigDecimal value) implements Content {}

  public record Date(LocalDate value) implements Content {}

  public record Bool(boolean value) implements Content {}

  /** An error cell such as {@code #REF!}. */
  public record Fault(String code) implements Content {}

  /**
   * A formula with the result that the file caches and the one computed anew.
   *
   * @param expression without the leading {@code =}
   * @param recomputed the recomputed number; empty when it cannot be computed here
   */
  public record Formula(String expression, Optional<BigDecimal> recomputed) {}
}
