package xinglin.schemas.match.place;

import java.util.Locale;
import java.util.Optional;

/**
 * An identity number of a citizen as far as it can be seen.
 *
 * @param text 18 characters; {@code *} where one is hidden
 */
public record IdentityNumber(String text) {
  private static final int LENGTH = 18;
  private static final char HIDDEN = '*';
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  /** Of a text of 18 digits or masks, or of 15 digits as issued before 1999; empty otherwise. */
  public static Optional<IdentityNumber> read(String text) {
    String plain = text.strip().toUpperCase(Locale.ROOT).replaceAll("[＊×Ｘ●·•?？_]", "*");
    String number = plain.endsWith("X") ? plain : plain.replace('X', HIDDEN);
    String hidden = number.substring(0, Math.max(0, number.length() - 1)).replace('X', HIDDEN);
    String last = number.isEmpty() ? "" : number.substring(number.length() - 1);
    String whole = hidden + last;
    if (whole.matches("\\d{15}")) {
      String long17 = whole.substring(0, 6) + "19" + whole.substring(6);
      return Optional.of(new IdentityNumber(long17 + check(long17)));
    }
    return whole.matches("[0-9*]{17}[0-9X*]") && !whole.chars().allMatch(c -> c == HIDDEN)
        ? Optional.of(new IdentityNumber(whole))
        : Optional.empty();
  }

  private static char check(String digits) {
    int sum = 0;
    for (int at = 0; at < WEIGHTS.length; at++) {
      sum += (digits.charAt(at) - '0') * WEIGHTS[at];
    }
    return CHECKS.charAt(sum % 11);
  }

  public boolean isWhole() {
    return text.indexOf(HIDDEN) < 0;
  }

  /** Whether the check character is right; only of a whole number. */
  public boolean isValid() {
    return isWhole() && check(text) == text.charAt(LENGTH - 1);
  }

  /** What the number says of the birth date. */
  public Optional<BirthDate> birth() {
    String year = text.substring(6, 10);
    if (year.indexOf(HIDDEN) >= 0) {
      return Optional.empty();
    }
    return BirthDate.of(Integer.parseInt(year), part(10), part(12));
  }

  private int part(int from) {
    String digits = text.substring(from, from + 2);
    return digits.indexOf(HIDDEN) < 0 ? Integer.parseInt(digits) : 0;
  }

  /** Places where both can be seen and differ. */
  public int differing(IdentityNumber other) {
    return count(other, 0, LENGTH, false);
  }

  /** Places of the area, the first six, where both can be seen and agree. */
  public int agreeingArea(IdentityNumber other) {
    return count(other, 0, 6, true);
  }

  /** Places behind the birth date where both can be seen and agree. */
  public int agreeingTail(IdentityNumber other) {
    return count(other, 14, LENGTH, true);
  }

  private int count(IdentityNumber other, int from, int to, boolean agree) {
    int count = 0;
    for (int at = from; at < to; at++) {
      boolean seen = text.charAt(at) != HIDDEN && other.text.charAt(at) != HIDDEN;
      if (seen && (text.charAt(at) == other.text.charAt(at)) == agree) {
        count++;
      }
    }
    return count;
  }

  /** The last four characters, if all can be seen. */
  public Optional<String> tail() {
    String tail = text.substring(14);
    return tail.indexOf(HIDDEN) < 0 ? Optional.of(tail) : Optional.empty();
  }

  /** Never the number itself. */
  @Override
  public String toString() {
    return "identity number";
  }
}
