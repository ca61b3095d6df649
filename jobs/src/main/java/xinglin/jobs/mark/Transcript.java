package xinglin.jobs.mark;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import xinglin.schemas.sheet.Block;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.sheet.Paragraph;

/**
 * A workbook of what was read, for files that are no workbooks: each table a sheet, paragraphs in a
 * sheet of their own. All of it is text.
 */
final class Transcript {
  private static final int WIDTH = 14 * 256;
  private static final int PARAGRAPH_WIDTH = 100 * 256;

  private final Workbook workbook;
  private final PlainText plain;
  private final CellStyle boxed;

  Transcript(Workbook workbook) {
    this.workbook = workbook;
    this.plain = new PlainText(workbook);
    this.boxed = workbook.createCellStyle();
    boxed.setWrapText(true);
    boxed.setVerticalAlignment(VerticalAlignment.CENTER);
    boxed.setAlignment(HorizontalAlignment.LEFT);
  }

  void write(Document document) {
    for (Block block : document.blocks()) {
      if (block instanceof Grid grid) {
        write(grid, sheet(grid.sheet().isEmpty() ? Addresses.CSV_SHEET : grid.sheet(), WIDTH));
      } else if (block instanceof Paragraph paragraph) {
        Sheet sheet = sheet(Paragraph.SHEET, PARAGRAPH_WIDTH);
        plain.put(sheet.createRow(paragraph.number() - 1).createCell(0), paragraph.text(), boxed);
      }
    }
  }

  private Sheet sheet(String name, int width) {
    String safe = WorkbookUtil.createSafeSheetName(name);
    Sheet there = workbook.getSheet(safe);
    if (there != null) {
      return there;
    }
    Sheet made = workbook.createSheet(safe);
    made.setDefaultColumnWidth(width / 256);
    return made;
  }

  private void write(Grid grid, Sheet sheet) {
    int rows = Math.min(grid.rowCount(), workbook.getSpreadsheetVersion().getMaxRows());
    int columns = workbook.getSpreadsheetVersion().getMaxColumns();
    for (int i = 0; i < rows; i++) {
      Row row = sheet.createRow(i);
      for (Cell cell : grid.row(i)) {
        if (cell.right() <= columns
            && cell.bottom() <= workbook.getSpreadsheetVersion().getMaxRows()) {
          plain.put(row.createCell(cell.column()), cell.text(), boxed);
          if (cell.rowSpan() > 1 || cell.columnSpan() > 1) {
            sheet.addMergedRegionUnsafe(
                new CellRangeAddress(
                    cell.row(), cell.bottom() - 1, cell.column(), cell.right() - 1));
          }
        }
      }
    }
  }
}
