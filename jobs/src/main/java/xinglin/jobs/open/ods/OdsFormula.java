package xinglin.jobs.open.ods;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formulas of OpenDocument in the words of Excel: {@code of:=SUM([.B3:.B8];1)} is {@code
 * SUM(B3:B8,1)}. What has no such words, references into other files for one, stays as it stands.
 */
final class OdsFormula {
  private static final Pattern PREFIX = Pattern.compile("\\A[A-Za-z]*:?=");

  /** A string, or a reference in brackets: sheet and cell, or two of them. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"]|\"\")*\"|\\[(?:('[^\\]]*?'#)?\\$?('(?:[^']|'')*'|[^.\\]'\\[]*))?\\.([^:\\]]*)"
              + "(?::(?:\\$?('(?:[^']|'')*'|[^.\\]':]*))?\\.([^\\]]*))?\\]|;");

  private OdsFormula() {}

  static String translate(String formula) {
    Matcher token = TOKEN.matcher(PREFIX.matcher(formula).replaceFirst(""));
    StringBuilder text = new StringBuilder();
    while (token.find()) {
      token.appendReplacement(text, Matcher.quoteReplacement(replacement(token)));
    }
    return token.appendTail(text).toString();
  }

  static boolean leavesTheFile(String formula) {
    return formula.contains("'#") && formula.contains("['");
  }

  private static String replacement(Matcher token) {
    String whole = token.group();
    if (whole.equals(";")) {
      return ",";
    }
    if (!whole.startsWith("[") || token.group(1) != null) {
      return whole;
    }
    String sheet = token.group(2) == null ? "" : token.group(2);
    String lastSheet = token.group(4) == null ? "" : token.group(4);
    if (!lastSheet.isEmpty() && !lastSheet.equals(sheet)) {
      return whole;
    }
    return (sheet.isEmpty() ? "" : sheet + "!")
        + token.group(3)
        + (token.group(5) == null ? "" : ":" + token.group(5));
  }
}
