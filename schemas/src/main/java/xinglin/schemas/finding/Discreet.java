package xinglin.schemas.finding;

import java.util.regex.Pattern;

/**
 * Identity numbers of citizens and telephones that stand where nobody expects them, in a column of
 * amounts for one, are shown by their ends only: a finding quotes the cell, and is published.
 */
final class Discreet {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![0-9A-Za-z])(?:([1-9]\\d{2})\\d{3}(?:18|19|20)\\d{2}(?:0\\d|1[0-2])[0-3]\\d\\d{2}(\\d[0-9Xx])|(1\\d{2})\\d{6}(\\d{2}))(?![0-9A-Za-z])");

  private static final int LEAST_DIGITS = 11;

  private Discreet() {}

  static String text(String text) {
    if (!hasLongNumber(text)) {
      return text;
    }
    return NUMBER
        .matcher(text)
        .replaceAll(
            found ->
                found.group(1) != null
                    ? found.group(1) + "*************" + found.group(2)
                    : found.group(3) + "******" + found.group(4));
  }

  private static boolean hasLongNumber(String text) {
    int run = 0;
    for (int at = 0; at < text.length() && run < LEAST_DIGITS; at++) {
      char c = text.charAt(at);
      run = c >= '0' && c <= '9' ? run + 1 : 0;
    }
    return run >= LEAST_DIGITS;
  }
}
