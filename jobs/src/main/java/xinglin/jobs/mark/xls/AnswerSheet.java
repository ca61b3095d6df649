package xinglin.jobs.mark.xls;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFHyperlink;
import org.apache.poi.hssf.usermodel.HSSFPrintSetup;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import xinglin.jobs.mark.page.AnswerPage;
import xinglin.jobs.mark.page.PageLayout;
import xinglin.jobs.mark.page.PageLayout.Box;
import xinglin.jobs.mark.page.PageLayout.Look;
import xinglin.jobs.mark.page.PageLayout.Row;
import xinglin.jobs.mark.page.Spot;
import xinglin.jobs.open.own.OwnAnswer;

/** Our first sheet in an .xls. */
final class AnswerSheet {
  private static final int SWATCHES = 19;
  private static final int LONGEST = 32_000;

  private final HSSFWorkbook workbook;

  AnswerSheet(HSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  /** Takes the sheet of an earlier answer away and returns what it noted about looks. */
  List<CellMarks.Swatch> removeEarlier() {
    List<CellMarks.Swatch> swatches = new ArrayList<>();
    for (int i = workbook.getNumberOfSheets() - 1;
        i >= 0 && workbook.getNumberOfSheets() > 1;
        i--) {
      HSSFSheet sheet = workbook.getSheetAt(i);
      HSSFRow first = sheet.getRow(0);
      HSSFCell corner = first == null ? null : first.getCell(0);
      if (corner != null && OwnAnswer.isSheet(sheet.getSheetName(), corner.toString())) {
        sheet.forEach(row -> swatch((HSSFRow) row, swatches));
        workbook.removeSheetAt(i);
      }
    }
    return swatches;
  }

  private static void swatch(HSSFRow row, List<CellMarks.Swatch> swatches) {
    int[] values = new int[3];
    for (int i = 0; i < values.length; i++) {
      HSSFCell cell = row.getCell(SWATCHES + i);
      if (cell == null || cell.getCellType() != CellType.NUMERIC) {
        return;
      }
      values[i] = (int) cell.getNumericCellValue();
    }
    HSSFCell look = row.getCell(SWATCHES + 3);
    if (look != null) {
      swatches.add(new CellMarks.Swatch(values[0], values[1], values[2], look.getCellStyle()));
    }
  }

  void write(AnswerPage page, List<CellMarks.Swatch> swatches) {
    HSSFSheet sheet = workbook.createSheet(freeName(page.name()));
    Looks looks = new Looks(workbook, page.tone());
    for (int i = 0; i < PageLayout.WIDTHS.size(); i++) {
      sheet.setColumnWidth(i, PageLayout.WIDTHS.get(i) * 256);
    }
    List<Row> rows = PageLayout.of(page);
    for (int i = 0; i < rows.size(); i++) {
      HSSFRow row = sheet.createRow(i);
      row.setHeightInPoints((float) rows.get(i).points());
      for (Box box : rows.get(i).boxes()) {
        write(box, row, looks);
      }
    }
    for (int i = 0; i < swatches.size() && i < 65_536; i++) {
      swatch(sheet, i, swatches.get(i));
    }
    for (int i = 0; i < 4; i++) {
      sheet.setColumnHidden(SWATCHES + i, true);
    }
    page(sheet, rows.size());
  }

  private static void swatch(HSSFSheet sheet, int at, CellMarks.Swatch swatch) {
    HSSFRow found = sheet.getRow(at);
    HSSFRow row = found == null ? sheet.createRow(at) : found;
    row.createCell(SWATCHES).setCellValue(swatch.sheet());
    row.createCell(SWATCHES + 1).setCellValue(swatch.row());
    row.createCell(SWATCHES + 2).setCellValue(swatch.column());
    row.createCell(SWATCHES + 3).setCellStyle(swatch.style());
  }

  private void write(Box box, HSSFRow row, Looks looks) {
    for (int column = box.from(); column <= box.to(); column++) {
      row.createCell(column).setCellStyle(looks.of(box.look()));
    }
    HSSFCell cell = row.getCell(box.from());
    String text =
        box.text().length() > LONGEST ? box.text().substring(0, LONGEST) + "…" : box.text();
    if (box.look() == Look.CENTRED && text.matches("\\d+")) {
      cell.setCellValue(Integer.parseInt(text));
    } else {
      cell.setCellValue(text);
    }
    box.link().ifPresent(spot -> cell.setHyperlink(link(spot)));
    if (box.to() > box.from()) {
      row.getSheet()
          .addMergedRegion(
              new CellRangeAddress(row.getRowNum(), row.getRowNum(), box.from(), box.to()));
    }
  }

  private HSSFHyperlink link(Spot spot) {
    HSSFHyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
    link.setAddress("'" + spot.sheet().replace("'", "''") + "'!" + spot.address().a1());
    return link;
  }

  private String freeName(String wanted) {
    String name = wanted;
    for (int i = 2; workbook.getSheet(name) != null; i++) {
      name = wanted + i;
    }
    return name;
  }

  /**
   * On paper it is one page wide; opened, it is what one sees first. It stays the last sheet here,
   * see {@link SheetOrder}.
   */
  private void page(HSSFSheet sheet, int rows) {
    HSSFPrintSetup print = sheet.getPrintSetup();
    print.setLandscape(true);
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.setFitToPage(true);
    sheet.setAutobreaks(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
    sheet.setDisplayGridlines(false);
    int last = workbook.getNumberOfSheets() - 1;
    workbook.setPrintArea(last, 0, PageLayout.LAST, 0, rows - 1);
    for (int i = 0; i <= last; i++) {
      workbook.getSheetAt(i).setSelected(i == last);
    }
    workbook.setActiveSheet(last);
  }
}
