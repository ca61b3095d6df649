package xinglin.jobs.mark.xls;

import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import xinglin.jobs.mark.page.PageLayout.Look;
import xinglin.jobs.mark.page.Tone;

/** Looks of the first sheet of an .xls. */
final class Looks {
  private static final String FONT = "宋体";

  private final HSSFWorkbook workbook;
  private final Tone tone;
  private final Map<Look, HSSFCellStyle> styles = new EnumMap<>(Look.class);

  Looks(HSSFWorkbook workbook, Tone tone) {
    this.workbook = workbook;
    this.tone = tone;
  }

  HSSFCellStyle of(Look look) {
    return styles.computeIfAbsent(look, this::make);
  }

  private HSSFCellStyle make(Look look) {
    return switch (look) {
      case HEADLINE -> centred(filled(base(20, true, IndexedColors.WHITE), colour()));
      case LEAD -> base(13, true, IndexedColors.BLACK);
      case LABEL -> boxed(grey(base(12, true, IndexedColors.BLACK)));
      case ADVICE ->
          boxed(filled(base(13, true, IndexedColors.BLACK), IndexedColors.LEMON_CHIFFON));
      case VALUE -> boxed(base(12, false, IndexedColors.BLACK));
      case HEAD -> centred(boxed(grey(base(12, true, IndexedColors.BLACK))));
      case CENTRED, INFO -> centred(boxed(base(12, false, IndexedColors.BLACK)));
      case LINK -> boxed(base(12, false, IndexedColors.BLUE));
      case ERROR ->
          centred(boxed(filled(base(12, true, IndexedColors.BLACK), IndexedColors.CORAL)));
      case WARNING ->
          centred(boxed(filled(base(12, false, IndexedColors.BLACK), IndexedColors.LIGHT_YELLOW)));
      case SMALL -> base(11, false, IndexedColors.BLACK);
    };
  }

  private IndexedColors colour() {
    return switch (tone) {
      case GOOD -> IndexedColors.GREEN;
      case DOUBTFUL -> IndexedColors.BROWN;
      case BAD -> IndexedColors.DARK_RED;
    };
  }

  private HSSFCellStyle base(int points, boolean bold, IndexedColors colour) {
    HSSFFont font = workbook.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    font.setColor(colour.getIndex());
    if (colour == IndexedColors.BLUE) {
      font.setUnderline(Font.U_SINGLE);
    }
    HSSFCellStyle style = workbook.createCellStyle();
    style.setFont(font);
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setAlignment(HorizontalAlignment.LEFT);
    style.setIndention((short) 1);
    return style;
  }

  private static HSSFCellStyle centred(HSSFCellStyle style) {
    style.setIndention((short) 0);
    style.setAlignment(HorizontalAlignment.CENTER);
    return style;
  }

  private static HSSFCellStyle grey(HSSFCellStyle style) {
    return filled(style, IndexedColors.GREY_25_PERCENT);
  }

  private static HSSFCellStyle filled(HSSFCellStyle style, IndexedColors colour) {
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setFillForegroundColor(colour.getIndex());
    return style;
  }

  private static HSSFCellStyle boxed(HSSFCellStyle style) {
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }
}
