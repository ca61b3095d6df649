package xinglin.jobs.open.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import xinglin.schemas.notation.Look;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Cell.Content;

/** From what an .xlsx stores to what a cell holds. */
public record CellTyping(CellFormats formats, boolean from1904) {

  /**
   * Text as sent, and its type.
   *
   * @param stored the number in the cell, where its format shows another one
   */
  public record Typed(String text, Content content, Optional<BigDecimal> stored) {
    public Typed(String text, Content content) {
      this(text, content, Optional.empty());
    }

    public static final Typed BLANK = new Typed("", Content.BLANK);

    /** The same in a cell that is crossed out as a whole: text that no reader takes for a value. */
    public Typed struck() {
      return text.isBlank() ? this : new Typed(Look.through(text), Content.TEXT);
    }

    /** Dates as 2024-05-11 and numbers with all their digits, whatever is shown. */
    String plain() {
      if (content instanceof Cell.Date date) {
        return date.value().toString();
      }
      return content instanceof Cell.Number number ? number.value().toPlainString() : text;
    }

    public static Typed of(BigDecimal number) {
      return new Typed(number.toPlainString(), new Cell.Number(number));
    }

    public static Typed of(LocalDate date) {
      return new Typed(date.toString(), new Cell.Date(date));
    }
  }

  Typed number(String stored, int style) {
    if (stored.isBlank()) {
      return Typed.BLANK;
    }
    Optional<BigDecimal> number = Numerals.find(stored);
    if (number.isEmpty()) {
      return new Typed(stored, Content.TEXT);
    }
    if (formats.isPercent(style)) {
      return Percents.typed(number.get());
    }
    Optional<LocalDate> date =
        formats.isDate(style) ? SerialDates.find(number.get(), from1904) : Optional.empty();
    return date.map(Typed::of)
        .or(() -> formats.findScale(style, number.get()).map(scale -> scale.typed(number.get())))
        .orElseGet(() -> Typed.of(number.get()));
  }

  public static Typed bool(boolean value) {
    return new Typed(String.valueOf(value).toUpperCase(Locale.ROOT), new Cell.Bool(value));
  }

  public static Typed isoDate(String stored) {
    try {
      return Typed.of(LocalDate.parse(stored.length() > 10 ? stored.substring(0, 10) : stored));
    } catch (DateTimeParseException e) {
      return new Typed(stored, Content.TEXT);
    }
  }
}
