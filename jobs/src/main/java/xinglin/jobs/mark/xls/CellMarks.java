package xinglin.jobs.mark.xls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import xinglin.jobs.mark.page.Mark;
import xinglin.jobs.mark.page.Spot;
import xinglin.jobs.mark.page.TextLines;
import xinglin.jobs.open.own.OwnAnswer;
import xinglin.schemas.finding.Severity;

/** Colours faulty cells and hangs a comment on each. */
final class CellMarks {
  private static final String AUTHOR = "审核";
  private static final int COMMENT_COLUMNS = 4;
  private static final int LATIN_A_LINE = 34;
  private static final int LARGEST_AREA = 2_000;

  private final HSSFWorkbook workbook;
  private final Map<String, HSSFCellStyle> styles = new HashMap<>();
  private final List<Swatch> swatches = new ArrayList<>();

  /**
   * How a cell looked before it was marked.
   *
   * @param sheet index among the sender's sheets
   */
  record Swatch(int sheet, int row, int column, HSSFCellStyle style) {}

  CellMarks(HSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  List<Swatch> swatches() {
    return swatches;
  }

  /** Takes away the marks of an earlier copy that was corrected and sent back. */
  void clear(List<Swatch> former) {
    for (Swatch swatch : former) {
      find(swatch)
          .filter(cell -> isOurs(cell.getCellStyle()))
          .ifPresent(cell -> cell.setCellStyle(swatch.style()));
    }
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      for (HSSFComment comment : List.copyOf(workbook.getSheetAt(i).getCellComments().values())) {
        clear(workbook.getSheetAt(i), comment);
      }
    }
  }

  private static void clear(HSSFSheet sheet, HSSFComment comment) {
    String text = comment.getString().getString();
    String senders = OwnAnswer.withoutComment(text);
    HSSFRow row = sheet.getRow(comment.getRow());
    HSSFCell cell = row == null ? null : row.getCell(comment.getColumn());
    if (!senders.equals(text) && senders.isBlank() && cell != null) {
      cell.removeCellComment();
    } else if (!senders.equals(text)) {
      comment.setString(new HSSFRichTextString(senders));
    }
  }

  private static boolean isOurs(HSSFCellStyle style) {
    short colour = style.getFillForegroundColor();
    return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
        && (colour == IndexedColors.CORAL.getIndex()
            || colour == IndexedColors.LIGHT_YELLOW.getIndex());
  }

  private Optional<HSSFCell> find(Swatch swatch) {
    return swatch.sheet() >= workbook.getNumberOfSheets()
        ? Optional.empty()
        : Optional.ofNullable(workbook.getSheetAt(swatch.sheet()).getRow(swatch.row()))
            .map(row -> row.getCell(swatch.column()));
  }

  void mark(List<Mark> marks) {
    for (Mark mark : marks) {
      HSSFSheet sheet = workbook.getSheet(mark.spot().sheet());
      if (sheet != null && fits(mark.spot())) {
        colour(sheet, mark);
        comment(cell(sheet, mark.spot().row(), mark.spot().column()), mark);
      }
    }
  }

  private static boolean fits(Spot spot) {
    return spot.row() < SpreadsheetVersion.EXCEL97.getMaxRows()
        && spot.column() < SpreadsheetVersion.EXCEL97.getMaxColumns();
  }

  private void colour(HSSFSheet sheet, Mark mark) {
    if (mark.severity() == Severity.INFO) {
      return;
    }
    int left = LARGEST_AREA;
    for (int row = 0; row < mark.spot().rows(); row++) {
      for (int column = 0; column < mark.spot().columns() && left > 0; column++, left--) {
        HSSFCell cell = cell(sheet, mark.spot().row() + row, mark.spot().column() + column);
        HSSFCellStyle before = cell.getCellStyle();
        swatches.add(
            new Swatch(
                workbook.getSheetIndex(sheet), cell.getRowIndex(), cell.getColumnIndex(), before));
        cell.setCellStyle(coloured(before, mark.severity()));
      }
    }
  }

  private static HSSFCell cell(HSSFSheet sheet, int row, int column) {
    HSSFRow found = sheet.getRow(row);
    HSSFRow there = found == null ? sheet.createRow(row) : found;
    HSSFCell cell = there.getCell(column);
    return cell == null ? there.createCell(column) : cell;
  }

  private HSSFCellStyle coloured(HSSFCellStyle original, Severity severity) {
    return styles.computeIfAbsent(
        original.getIndex() + ":" + severity,
        key -> {
          boolean error = severity == Severity.ERROR;
          HSSFCellStyle style = workbook.createCellStyle();
          style.cloneStyleFrom(original);
          style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
          style.setFillForegroundColor(
              (error ? IndexedColors.CORAL : IndexedColors.LIGHT_YELLOW).getIndex());
          BorderStyle line = error ? BorderStyle.THICK : BorderStyle.MEDIUM_DASHED;
          short colour = (error ? IndexedColors.DARK_RED : IndexedColors.DARK_YELLOW).getIndex();
          style.setBorderTop(line);
          style.setBorderBottom(line);
          style.setBorderLeft(line);
          style.setBorderRight(line);
          style.setTopBorderColor(colour);
          style.setBottomBorderColor(colour);
          style.setLeftBorderColor(colour);
          style.setRightBorderColor(colour);
          return style;
        });
  }

  private static void comment(HSSFCell cell, Mark mark) {
    HSSFComment earlier = cell.getCellComment();
    if (earlier != null) {
      earlier.setString(
          new HSSFRichTextString(earlier.getString().getString() + "\n" + mark.text()));
      return;
    }
    int lastColumn = SpreadsheetVersion.EXCEL97.getLastColumnIndex();
    int lastRow = SpreadsheetVersion.EXCEL97.getLastRowIndex();
    int lines = Math.max(4, TextLines.count(mark.text(), LATIN_A_LINE) + 2);
    int left =
        Math.min(cell.getColumnIndex() + mark.spot().columns(), lastColumn - COMMENT_COLUMNS);
    int top = Math.min(cell.getRowIndex(), lastRow - lines);
    HSSFClientAnchor anchor =
        new HSSFClientAnchor(
            0, 0, 0, 0, (short) left, top, (short) (left + COMMENT_COLUMNS), top + lines);
    HSSFComment comment = cell.getSheet().createDrawingPatriarch().createComment(anchor);
    comment.setString(new HSSFRichTextString(mark.text()));
    comment.setAuthor(AUTHOR);
    cell.setCellComment(comment);
  }
}
