package xinglin.jobs.open.workbook;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import xinglin.jobs.open.workbook.CellTyping.Typed;
import xinglin.schemas.sheet.Cell.Content;

/** Cells that store 0.416 and show 41.6 %: the sender sees and means the percentage. */
public final class Percents {
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.");

  private Percents() {}

  /**
   * @param id number format; 9 and 10 are the built-in percentages
   * @param code empty if the file declares none for this id
   */
  static boolean isPercent(int id, String code) {
    return code.isEmpty() ? id == 9 || id == 10 : QUOTED.matcher(code).replaceAll("").contains("%");
  }

  public static Typed typed(BigDecimal stored) {
    BigDecimal shown = stored.movePointRight(2).stripTrailingZeros();
    return new Typed(shown.toPlainString() + "%", Content.TEXT);
  }
}
