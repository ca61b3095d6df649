package xinglin.schemas.indicator;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a value is cut, as a definition writes it: {@code 4 half_up}.
 *
 * @param decimals digits after the point, four at most
 */
public record Rounding(int decimals, Mode mode) {
  /** Where a definition says nothing. */
  public static final Rounding USUAL = new Rounding(4, Mode.HALF_UP);

  private static final Pattern WRITTEN = Pattern.compile("([0-4]) (half_up|truncated)");

  /** What becomes of the digits that are left off. */
  public enum Mode {
    HALF_UP,
    TRUNCATED;

    /** As tables and definitions write it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Empty if it is not written as it should be. */
  public static Optional<Rounding> parse(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    return written.matches()
        ? Optional.of(
            new Rounding(
                Integer.parseInt(written.group(1)),
                Mode.valueOf(written.group(2).toUpperCase(Locale.ROOT))))
        : Optional.empty();
  }

  /** In Chinese words. */
  public String words() {
    String digits = "零一二三四".charAt(decimals) + "位小数";
    return (decimals == 0 ? "整数" : digits) + (mode == Mode.HALF_UP ? "，四舍五入" : "，截去尾数");
  }
}
