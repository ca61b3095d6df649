package xinglin.jobs.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.open.Samples;
import xinglin.schemas.reading.Verdict;

/** An .xls that LibreOffice wrote, before and after marking. */
class OldWorkbookTest {
  private static final String SAMPLE = "marked/everything-libreoffice.xls";
  private static final String SHEET = "汇总'表“一”";

  @TempDir Path folder;

  @Test
  void everythingElseStays() throws IOException {
    Path marked =
        Answered.mark(
            folder,
            SAMPLE,
            Answered.error(SHEET, "B3", "数量不对。"),
            Answered.warning(SHEET, "C9", "说明不清。"),
            Answered.error("隐藏表", "A1", "隐藏的错误。"));
    assertEquals(
        NothingLostTest.texts(Samples.open(Samples.file(SAMPLE))),
        NothingLostTest.texts(Samples.open(marked)));
    try (HSSFWorkbook before = open(Samples.file(SAMPLE));
        HSSFWorkbook after = open(marked)) {
      assertEquals(before.getNumberOfSheets() + 1, after.getNumberOfSheets());
      assertEquals(0, after.getActiveSheetIndex());
      for (int i = 0; i < before.getNumberOfSheets(); i++) {
        assertEquals(sheet(before, i), sheet(after, i + 1));
      }
      assertEquals(before.getAllPictures().size(), after.getAllPictures().size());
      assertEquals(
          before.getName("税率").getRefersToFormula(), after.getName("税率").getRefersToFormula());
      HSSFCell faulty = after.getSheet(SHEET).getRow(2).getCell(1);
      assertEquals(BorderStyle.THICK, faulty.getCellStyle().getBorderLeft());
      assertTrue(
          faulty.getCellComment().getString().getString().endsWith("【审核·错误】必须改正\n数量不对。"),
          faulty.getCellComment().getString().getString());
      assertEquals(
          "【审核·提醒】请核对\n说明不清。",
          after.getSheet(SHEET).getRow(8).getCell(2).getCellComment().getString().getString());
    }
  }

  @Test
  void aCorrectedCopyGetsItsOwnLooksBack() throws IOException {
    Path once = Answered.mark(folder, SAMPLE, Answered.error(SHEET, "B3", "数量不对。"));
    Path twice = folder.resolve("twice.xls");
    MarkedCopy.write(
        once, Samples.open(once), Answered.summary(Verdict.ACCEPTED), List.of(), twice);
    try (HSSFWorkbook before = open(Samples.file(SAMPLE));
        HSSFWorkbook after = open(twice)) {
      assertEquals(before.getNumberOfSheets() + 1, after.getNumberOfSheets());
      HSSFCellStyle was = before.getSheet(SHEET).getRow(2).getCell(1).getCellStyle();
      HSSFCellStyle is = after.getSheet(SHEET).getRow(2).getCell(1).getCellStyle();
      assertEquals(was.getFillForegroundColor(), is.getFillForegroundColor());
      assertEquals(was.getBorderLeft(), is.getBorderLeft());
      assertFalse(after.getSheet(SHEET).getCellComments().containsKey(new CellAddress("B3")));
    }
  }

  /** What a sheet holds beside its looks, as lines. */
  private static List<String> sheet(HSSFWorkbook workbook, int index) {
    HSSFSheet sheet = workbook.getSheetAt(index);
    List<String> lines = new ArrayList<>();
    lines.add(sheet.getSheetName() + " hidden " + workbook.isSheetHidden(index));
    lines.add("print " + workbook.getPrintArea(index) + " " + sheet.getRepeatingRows());
    lines.add("merged " + sheet.getMergedRegions());
    lines.add("protected " + sheet.getProtect() + ", pane " + sheet.getPaneInformation());
    sheet
        .getDataValidations()
        .forEach(
            one ->
                lines.add(
                    "valid "
                        + one.getRegions().getCellRangeAddress(0)
                        + one.getValidationConstraint().getFormula1()));
    lines.add(
        "conditional " + sheet.getSheetConditionalFormatting().getNumConditionalFormattings());
    for (int column = 0; column < 10; column++) {
      lines.add("width " + sheet.getColumnWidth(column) + " " + sheet.isColumnHidden(column));
    }
    for (Row row : sheet) {
      for (Cell cell : row) {
        String text = cell.getCellType() == CellType.BLANK ? "" : cell.toString();
        if (!text.isEmpty()) {
          lines.add(
              cell.getAddress()
                  + " "
                  + row.getHeight()
                  + " "
                  + text
                  + " "
                  + cell.getCellStyle().getDataFormatString());
        }
      }
    }
    return lines;
  }

  private static HSSFWorkbook open(Path file) throws IOException {
    return (HSSFWorkbook) WorkbookFactory.create(file.toFile(), null, true);
  }
}
