package xinglin.jobs.mark;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * Puts text into cells so that it stays text: what begins like a formula is never taken for one,
 * not even after editing.
 */
final class PlainText {
  private static final int LONGEST = 32_000;

  private final Workbook workbook;
  private final Map<Short, CellStyle> quoted = new HashMap<>();

  PlainText(Workbook workbook) {
    this.workbook = workbook;
  }

  void put(Cell cell, String text, CellStyle style) {
    cell.setCellValue(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    cell.setCellStyle(
        !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? quoted(style) : style);
  }

  private CellStyle quoted(CellStyle style) {
    return quoted.computeIfAbsent(
        style.getIndex(),
        index -> {
          CellStyle made = workbook.createCellStyle();
          made.cloneStyleFrom(style);
          made.setQuotePrefixed(true);
          return made;
        });
  }
}
