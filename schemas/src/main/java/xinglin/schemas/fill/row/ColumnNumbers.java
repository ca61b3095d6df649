package xinglin.schemas.fill.row;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.Labels;

/**
 * The row of a statistical form that numbers its columns: 甲 乙 1 2 3=1+2. Only a row whose every
 * cell is such a mark, with numbers counting up one by one, is taken for it.
 */
public final class ColumnNumbers {
  private static final Pattern LETTER = Pattern.compile("[甲乙丙丁戊己庚辛壬癸]|[a-h]|栏次|栏目|列次|行次|序号");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[(\\[]?(\\d{1,3})[)\\]]?(?:=[(\\[]?\\d{1,3}[)\\]]?([-+*/×÷][(\\[]?\\d{1,3}[)\\]]?)*)?");
  private static final int FEWEST_ALONE = 4;

  private ColumnNumbers() {}

  /**
   * @param filled cells of the row directly below a header
   * @param width columns of the table
   */
  public static boolean are(List<Cell> filled, int width) {
    int letters = 0;
    int numbers = 0;
    int last = 0;
    for (Cell cell : filled) {
      String mark = Labels.fold(cell.text()).strip().toLowerCase(java.util.Locale.ROOT);
      Matcher number = NUMBER.matcher(mark.replaceAll("\\s", ""));
      if (LETTER.matcher(mark).matches()) {
        letters++;
      } else if (number.matches()) {
        int value = Integer.parseInt(number.group(1));
        if (numbers > 0 && value != last + 1) {
          return false;
        }
        last = value;
        numbers++;
      } else {
        return false;
      }
    }
    boolean marked = letters > 0 && numbers > 0;
    boolean counted = numbers >= FEWEST_ALONE && last == numbers;
    return filled.size() * 2 > width && (marked || counted);
  }
}
