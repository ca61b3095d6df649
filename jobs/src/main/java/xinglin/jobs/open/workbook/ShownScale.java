package xinglin.jobs.open.workbook;

import java.math.BigDecimal;
import java.util.Optional;
import xinglin.jobs.open.workbook.CellTyping.Typed;
import xinglin.schemas.sheet.Cell.Content;

/**
 * Number formats that show a number on another scale than it is stored: {@code 0!.0,"万"} shows
 * 53,000 as 5.3万, {@code 0"万"} shows 5 as 5万. The sender sees, prints and signs what is shown, so
 * that is what is read, with all the digits that are stored.
 *
 * @param power how many places the point moves to the left
 * @param word a magnitude shown behind the number (万, 亿元 …), else empty
 */
public record ShownScale(int power, String word) {
  private static final String MAGNITUDES = "十百千万亿";
  private static final int FURTHEST = 15;

  /**
   * Empty for formats that show the number as it is.
   *
   * @param format one part of a number format
   */
  static Optional<ShownScale> of(String format) {
    return new Scan(format).scale();
  }

  /** Empty if the format shows it as it is. */
  public static Optional<ShownScale> of(int power, String literal) {
    String word = !literal.isEmpty() && MAGNITUDES.indexOf(literal.charAt(0)) >= 0 ? literal : "";
    return (power == 0 && word.isEmpty()) || power > FURTHEST
        ? Optional.empty()
        : Optional.of(new ShownScale(power, word));
  }

  /** As it is shown, with what is stored kept beside it. */
  public Typed typed(BigDecimal stored) {
    BigDecimal shown = stored.movePointLeft(power).stripTrailingZeros();
    return new Typed(shown.toPlainString() + word, Content.TEXT, Optional.of(stored));
  }

  /** A part of a format from left to right. */
  private static final class Scan {
    private final StringBuilder literal = new StringBuilder();
    private int commas;
    private int scaling;
    private int afterPoint;
    private boolean digits;
    private boolean point;
    private boolean plain = true;

    Scan(String format) {
      int at = 0;
      while (at < format.length()) {
        at = step(format, at);
      }
    }

    private int step(String format, int at) {
      char here = format.charAt(at);
      switch (here) {
        case '0', '#', '?' -> digit();
        case ',' -> commas += digits ? 1 : 0;
        case '"' -> {
          int end = format.indexOf('"', at + 1);
          literal(format.substring(at + 1, end < 0 ? format.length() : end));
          return end < 0 ? format.length() : end + 1;
        }
        case '\\', '!' -> {
          literal(format.substring(at + 1, Math.min(format.length(), at + 2)));
          return at + 2;
        }
        case '[' -> {
          int end = format.indexOf(']', at);
          return end < 0 ? format.length() : end + 1;
        }
        case '_', '*' -> {
          return at + 2;
        }
        case '%', 'E', 'e', 'y', 'Y', 'm', 'd', 'D', 'h', 's', '/', '@', 'G' -> plain = false;
        case '.' -> {
          scaling += commas;
          commas = 0;
        }
        case ' ', '(', ')', '-', '+', '$', '¥', '￥' -> {}
        default -> literal(String.valueOf(here));
      }
      return at + 1;
    }

    private void digit() {
      // Commas between digits only group them.
      commas = 0;
      afterPoint += point ? 1 : 0;
      digits = true;
      literal.setLength(0);
    }

    private void literal(String text) {
      if (digits && text.equals(".")) {
        point = true;
      } else if (digits) {
        literal.append(text);
      }
    }

    Optional<ShownScale> scale() {
      return plain && digits
          ? of(3 * (scaling + commas) + afterPoint, literal.toString())
          : Optional.empty();
    }
  }
}
