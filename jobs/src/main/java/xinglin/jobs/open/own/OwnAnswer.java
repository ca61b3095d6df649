package xinglin.jobs.open.own;

import java.util.List;

/**
 * Words by which our own part of a marked copy is known again. Words survive every program that
 * saves the file anew; identifiers, styles and properties do not.
 */
public final class OwnAnswer {
  /** Beginnings of the headline, the first words of the first sheet or page; by language. */
  public static final List<String> HEADLINES = List.of("审核结果：", "Check result: ");

  /** Names of the first sheet, perhaps with a number behind them. */
  public static final List<String> SHEETS = List.of("审核结果", "Check result");

  /** The last line of the first page of a Word file; the sender's own text follows. */
  public static final List<String> LAST_LINES =
      List.of(
          "（审核结果到此为止，以下是您报送的原文件）", "(End of the check result; the file as you sent it follows)");

  /** Head of the column beside what was read. */
  public static final List<String> SIDE_HEADS =
      List.of("审核意见（本栏不用改，也不会读取）", "What was found (leave this column as it is)");

  /** Beginnings of a comment, or of our part of the sender's comment. */
  public static final List<String> COMMENTS = List.of("【审核·", "[Check: ");

  private OwnAnswer() {}

  /**
   * Whether a sheet is the first sheet of a marked copy.
   *
   * @param corner text of A1
   */
  public static boolean isSheet(String name, String corner) {
    return isSheetName(name) && isHeadline(corner);
  }

  /** Whether the first sheet of a marked copy may be called so. */
  public static boolean isSheetName(String name) {
    return begins(name, SHEETS);
  }

  public static boolean isHeadline(String text) {
    return begins(text.strip(), HEADLINES);
  }

  public static boolean isLastLine(String text) {
    return LAST_LINES.contains(text.strip());
  }

  public static boolean isSideHead(String text) {
    return SIDE_HEADS.contains(text.strip());
  }

  /** A comment without our part: empty if all of it is ours, unchanged if nothing is. */
  public static String withoutComment(String text) {
    int from = text.length();
    for (String ours : COMMENTS) {
      int at = text.indexOf(ours);
      from = at >= 0 ? Math.min(from, at) : from;
    }
    return from == text.length() ? text : text.substring(0, from).stripTrailing();
  }

  private static boolean begins(String text, List<String> beginnings) {
    return beginnings.stream().anyMatch(text::startsWith);
  }
}
