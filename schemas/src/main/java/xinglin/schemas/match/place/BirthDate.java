package xinglin.schemas.match.place;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date of birth as far as it is known.
 *
 * @param year four digits
 * @param month 0 if not known
 * @param day 0 if not known
 */
public record BirthDate(int year, int month, int day) {
  private static final Pattern WRITTEN =
      Pattern.compile("((?:18|19|20)\\d\\d)[-/.年]?(?:(\\d{1,2})[-/.月]?(?:(\\d{1,2})日?)?)?");

  /** Of a text such as 1970-03-05, 1970年3月, 1970; empty if it is none. */
  public static Optional<BirthDate> read(String text) {
    Matcher matcher = WRITTEN.matcher(text.strip());
    return matcher.matches()
        ? of(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)))
        : Optional.empty();
  }

  private static int number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** The first of January is what is written where only the year is known. */
  static Optional<BirthDate> of(int year, int month, int day) {
    if (year < 1800 || (month > 12 && day > 12) || month > 31 || day > 31) {
      return Optional.empty();
    }
    boolean isPlaceholder = month == 1 && day == 1;
    return Optional.of(new BirthDate(year, isPlaceholder ? 0 : month, isPlaceholder ? 0 : day));
  }

  public boolean isWhole() {
    return month > 0 && day > 0;
  }

  /** Month and day, the smaller first, so that swapped ones are the same. */
  public int dayKey() {
    return Math.min(month, day) * 100 + Math.max(month, day);
  }

  /** How many of the eight digits differ, of two whole dates. */
  public int differingDigits(BirthDate other) {
    int left = year * 10000 + month * 100 + day;
    int right = other.year * 10000 + other.month * 100 + other.day;
    int count = 0;
    for (; left > 0 || right > 0; left /= 10, right /= 10) {
      count += left % 10 == right % 10 ? 0 : 1;
    }
    return count;
  }
}
