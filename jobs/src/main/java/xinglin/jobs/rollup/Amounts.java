package xinglin.jobs.rollup;

import java.math.BigDecimal;

/** Figures as a form prints them: in its own unit, exactly, with the words for what is about. */
final class Amounts {
  private Amounts() {}

  /**
   * In the unit of a header; converted by moving the point, so nothing is lost.
   *
   * @param unit as printed: 元, 万元, 亿元, 户次
   */
  static BigDecimal inUnit(BigDecimal stored, String unit) {
    if (unit.startsWith("亿")) {
      return stored.movePointLeft(8);
    }
    return unit.startsWith("万") ? stored.movePointLeft(4) : stored;
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** An approximate sum says so in the words that are read again: 20余, 近30, 约5. */
  static String worded(BigDecimal number, String bound) {
    String plain = plain(number);
    return switch (bound) {
      case "" -> plain;
      case "lower" -> plain + "余";
      case "upper" -> "近" + plain;
      default -> "约" + plain;
    };
  }
}
