package xinglin.jobs.mark;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import xinglin.schemas.finding.Severity;

/** Looks of the first sheet, the same in .xlsx and .xls. */
final class SummaryStyles {
  private static final String FONT = "宋体";

  private final Workbook workbook;

  SummaryStyles(Workbook workbook) {
    this.workbook = workbook;
  }

  CellStyle headline(VerdictWords.Tone tone) {
    CellStyle style = filled(base(20, true, IndexedColors.WHITE), colour(tone));
    style.setAlignment(HorizontalAlignment.CENTER);
    return style;
  }

  /** The sentence below the headline. */
  CellStyle lead() {
    return indented(base(14, true, IndexedColors.BLACK));
  }

  /** What to do now. */
  CellStyle todo() {
    return indented(
        boxed(filled(base(13, true, IndexedColors.BLACK), IndexedColors.LEMON_CHIFFON)));
  }

  CellStyle label() {
    return indented(
        boxed(filled(base(12, true, IndexedColors.BLACK), IndexedColors.GREY_25_PERCENT)));
  }

  CellStyle value() {
    return indented(boxed(base(12, false, IndexedColors.BLACK)));
  }

  CellStyle header() {
    CellStyle style = label();
    style.setIndention((short) 0);
    style.setAlignment(HorizontalAlignment.CENTER);
    return style;
  }

  CellStyle centred() {
    CellStyle style = value();
    style.setIndention((short) 0);
    style.setAlignment(HorizontalAlignment.CENTER);
    return style;
  }

  CellStyle link() {
    Font font = font(12, false, IndexedColors.BLUE);
    font.setUnderline(Font.U_SINGLE);
    CellStyle style = value();
    style.setFont(font);
    return style;
  }

  CellStyle severity(Severity severity) {
    CellStyle style = centred();
    return switch (severity) {
      case ERROR -> filled(style, IndexedColors.CORAL);
      case WARNING -> filled(style, IndexedColors.LIGHT_YELLOW);
      case INFO -> style;
    };
  }

  CellStyle small() {
    return indented(base(11, false, IndexedColors.BLACK));
  }

  private static IndexedColors colour(VerdictWords.Tone tone) {
    return switch (tone) {
      case GOOD -> IndexedColors.GREEN;
      case DOUBTFUL -> IndexedColors.ORANGE;
      case BAD -> IndexedColors.RED;
    };
  }

  private CellStyle base(int points, boolean bold, IndexedColors colour) {
    CellStyle style = workbook.createCellStyle();
    style.setFont(font(points, bold, colour));
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  private Font font(int points, boolean bold, IndexedColors colour) {
    Font font = workbook.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    font.setColor(colour.getIndex());
    return font;
  }

  private static CellStyle indented(CellStyle style) {
    style.setAlignment(HorizontalAlignment.LEFT);
    style.setIndention((short) 1);
    return style;
  }

  private static CellStyle filled(CellStyle style, IndexedColors colour) {
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setFillForegroundColor(colour.getIndex());
    return style;
  }

  private static CellStyle boxed(CellStyle style) {
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }
}
