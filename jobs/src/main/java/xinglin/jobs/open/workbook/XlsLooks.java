package xinglin.jobs.open.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Font;
import xinglin.schemas.notation.Look;

/** What fonts of an .xls say: text crossed out, raised or lowered, cells crossed out as a whole. */
final class XlsLooks {
  private final HSSFWorkbook workbook;
  private final Map<Integer, Look> fonts = new HashMap<>();

  XlsLooks(HSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  /** Text of a cell as it looks, run by run. */
  String shown(HSSFRichTextString rich) {
    String text = rich.getString();
    int runs = rich.numFormattingRuns();
    if (runs == 0) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.substring(0, rich.getIndexOfFormattingRun(0)));
    for (int run = 0; run < runs; run++) {
      int from = Math.min(text.length(), rich.getIndexOfFormattingRun(run));
      int to = run + 1 < runs ? rich.getIndexOfFormattingRun(run + 1) : text.length();
      shown.append(
          look(rich.getFontOfFormattingRun(run))
              .shown(text.substring(from, Math.max(from, Math.min(text.length(), to)))));
    }
    return shown.toString();
  }

  /** Whether the cell's own font crosses it out; runs have fonts of their own. */
  boolean isStruck(Cell cell, CellType type) {
    boolean runs = type == CellType.STRING && cell.getRichStringCellValue().numFormattingRuns() > 0;
    return !runs && look(cell.getCellStyle().getFontIndex()).struck();
  }

  private Look look(int font) {
    return fonts.computeIfAbsent(
        font,
        index -> {
          // There is no font 4, so that the last number is one higher than usual.
          if (index < 0 || index > workbook.getNumberOfFonts()) {
            return Look.PLAIN;
          }
          HSSFFont known = workbook.getFontAt(index);
          return new Look(
              known.getStrikeout(),
              known.getTypeOffset() == Font.SS_SUPER,
              known.getTypeOffset() == Font.SS_SUB);
        });
  }
}
