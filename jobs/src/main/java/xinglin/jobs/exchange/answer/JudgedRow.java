package xinglin.jobs.exchange.answer;

import java.util.List;
import java.util.Locale;

/**
 * A record of a package that was not simply accepted.
 *
 * @param row from 1, the header line not counted
 * @param reasons most important first
 */
public record JudgedRow(int row, Verdict verdict, List<Reason> reasons) {
  public JudgedRow {
    reasons = List.copyOf(reasons);
  }

  /** What became of it. */
  public enum Verdict {
    REMARKED,
    REJECTED,
    DUPLICATE;

    /** As answers write it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Why.
   *
   * @param column code of the column, empty if it is about the whole record
   * @param zh sentence without personal values
   * @param en the same in English
   */
  public record Reason(String code, String column, String zh, String en) {}
}
