package xinglin.jobs.open.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days as workbooks count them, and the formats that make a number a date. */
public final class SerialDates {
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  private static final int LAST_DAY = 2_958_465;

  /**
   * Quoted text, escaped characters, colours, conditions and locales, padding, parts of seconds,
   * marks of forenoon.
   */
  private static final Pattern NOT_SHOWN =
      Pattern.compile("\"[^\"]*\"|\\\\.|\\[(?![hms]+\\])[^\\]]*\\]|[_*].|[.]0+|(?i:am/pm|a/p)");

  private static final Pattern DIGITS = Pattern.compile("[#?0]");

  private SerialDates() {}

  /** Empty for times of a day without a date and for numbers outside the calendar of Excel. */
  public static Optional<LocalDate> find(BigDecimal serial, boolean from1904) {
    if (serial.signum() < 0 || serial.precision() - serial.scale() > 7) {
      return Optional.empty();
    }
    int days = serial.setScale(0, RoundingMode.DOWN).intValue();
    if (days < 1 || days > LAST_DAY) {
      return Optional.empty();
    }
    if (from1904) {
      return Optional.of(EPOCH_1904.plusDays(days));
    }
    // Excel believes in 1900-02-29: days before it lie one later.
    return Optional.of(EPOCH_1900.plusDays(days < 60 ? days + 1 : days));
  }

  /**
   * Whether a number format shows a date and not only a number or a time of day.
   *
   * @param id built-in formats 27–36 and 50–58 are dates in Chinese editions of Excel and WPS and
   *     carry no code in the file
   * @param code empty if the file declares none for this id
   */
  public static boolean isDate(int id, String code) {
    if (code.isEmpty()) {
      boolean chineseDate =
          between(id, 27, 31) || id == 36 || between(id, 50, 54) || between(id, 57, 58);
      return chineseDate || between(id, 14, 17) || id == 22;
    }
    String first = NOT_SHOWN.matcher(code.split(";", 2)[0]).replaceAll("").toLowerCase(Locale.ROOT);
    if (first.equals("general") || DIGITS.matcher(first).find()) {
      return false;
    }
    boolean clock = first.contains("h") || first.contains("s");
    return first.contains("y") || first.contains("d") || (first.contains("m") && !clock);
  }

  private static boolean between(int id, int first, int last) {
    return id >= first && id <= last;
  }
}
