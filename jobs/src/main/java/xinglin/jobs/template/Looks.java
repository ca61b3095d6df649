package xinglin.jobs.template;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTBorder;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STBorderStyle;
import xinglin.schemas.blank.Line;
import xinglin.schemas.blank.Printed;
import xinglin.schemas.blank.Slot;

/** How cells of a blank workbook look: printed ones locked, those to fill in open. */
final class Looks {
  private static final String SONG = "宋体";
  private static final String HEI = "黑体";
  private static final byte[] GREY = {(byte) 0xF2, (byte) 0xF2, (byte) 0xF2};

  /** Behind what is not known for certain. */
  private static final byte[] DOUBT = {(byte) 0xFF, (byte) 0xF2, (byte) 0xCC};

  private final XSSFWorkbook workbook;
  private final Map<Line.Look, XSSFCellStyle> lines = new EnumMap<>(Line.Look.class);
  private final Map<Line.Look, XSSFCellStyle> openLines = new EnumMap<>(Line.Look.class);
  private final Map<Printed.Look, XSSFCellStyle> printed = new EnumMap<>(Printed.Look.class);
  private final Map<String, XSSFCellStyle> open = new HashMap<>();
  private final Map<String, XSSFCellStyle> sums = new HashMap<>();
  private final Map<Slot.Kind, XSSFCellStyle> blanks = new EnumMap<>(Slot.Kind.class);

  Looks(XSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  XSSFCellStyle line(Line.Look look) {
    return lines.computeIfAbsent(look, this::makeLine);
  }

  /** Of a line that holds its blanks in its text. */
  XSSFCellStyle openLine(Line.Look look) {
    return openLines.computeIfAbsent(
        look,
        known -> {
          XSSFCellStyle style = makeLine(known);
          style.setLocked(false);
          style.setDataFormat(workbook.createDataFormat().getFormat("@"));
          return style;
        });
  }

  XSSFCellStyle printed(Printed.Look look) {
    return printed.computeIfAbsent(look, this::makePrinted);
  }

  XSSFCellStyle field(Slot slot, boolean doubtful) {
    return open.computeIfAbsent(
        slot.kind() + format(slot) + doubtful, key -> field(slot, false, doubtful));
  }

  XSSFCellStyle sum(Slot slot, boolean doubtful) {
    return sums.computeIfAbsent(
        slot.kind() + format(slot) + doubtful, key -> field(slot, true, doubtful));
  }

  /** A blank between the words of a line: underlined. */
  XSSFCellStyle blank(Slot slot) {
    return blanks.computeIfAbsent(
        slot.kind(),
        kind -> {
          XSSFCellStyle style = base(11, false, SONG);
          style.setLocked(false);
          style.setBorderBottom(BorderStyle.THIN);
          style.setAlignment(HorizontalAlignment.CENTER);
          style.setDataFormat(workbook.createDataFormat().getFormat(format(slot)));
          return style;
        });
  }

  private XSSFCellStyle makeLine(Line.Look look) {
    XSSFCellStyle style =
        switch (look) {
          case TITLE -> base(18, true, SONG);
          case ATTACHMENT -> base(12, false, HEI);
          default -> base(11, false, SONG);
        };
    style.setWrapText(look == Line.Look.NOTE || look == Line.Look.TITLE);
    style.setAlignment(
        look == Line.Look.TITLE ? HorizontalAlignment.CENTER : HorizontalAlignment.LEFT);
    return style;
  }

  private XSSFCellStyle makePrinted(Printed.Look look) {
    XSSFCellStyle style = boxed(base(11, look == Printed.Look.HEADER, SONG));
    style.setWrapText(true);
    if (look == Printed.Look.TEXT) {
      style.setAlignment(HorizontalAlignment.LEFT);
      style.setIndention((short) 1);
      return style;
    }
    shade(style, GREY);
    style.setAlignment(
        look == Printed.Look.CORNER ? HorizontalAlignment.LEFT : HorizontalAlignment.CENTER);
    if (look == Printed.Look.CORNER) {
      cut(style);
    }
    return style;
  }

  private static void shade(XSSFCellStyle style, byte[] colour) {
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setFillForegroundColor(new XSSFColor(colour, null));
  }

  /** POI has no way to draw a diagonal but through the parts of the file. */
  private void cut(XSSFCellStyle style) {
    CTBorder border =
        (CTBorder)
            workbook
                .getStylesSource()
                .getBorderAt((int) style.getCoreXf().getBorderId())
                .getCTBorder()
                .copy();
    border.setDiagonalDown(true);
    border.addNewDiagonal().setStyle(STBorderStyle.THIN);
    int id = workbook.getStylesSource().putBorder(new XSSFCellBorder(border));
    style.getCoreXf().setBorderId(id);
    style.getCoreXf().setApplyBorder(true);
  }

  private XSSFCellStyle field(Slot slot, boolean locked, boolean doubtful) {
    XSSFCellStyle style = boxed(base(11, false, SONG));
    if (doubtful) {
      shade(style, DOUBT);
    }
    style.setLocked(locked);
    boolean text = slot.kind() == Slot.Kind.TEXT || slot.kind() == Slot.Kind.LONG_TEXT;
    style.setWrapText(text);
    style.setAlignment(
        slot.kind() == Slot.Kind.LONG_TEXT ? HorizontalAlignment.LEFT : HorizontalAlignment.CENTER);
    style.setDataFormat(workbook.createDataFormat().getFormat(format(slot)));
    return style;
  }

  /** 万元 needs six decimals to hold every fen; it shows at least two. */
  private static String format(Slot slot) {
    return switch (slot.kind()) {
      case COUNT -> "0";
      case MONEY -> slot.unit().startsWith("元") ? "#,##0.00" : "#,##0.00####";
      case PERCENT -> "0.####\"%\"";
      case DATE -> "yyyy-mm-dd";
      case CHOICE -> "General";
      case TEXT, LONG_TEXT -> "@";
    };
  }

  private XSSFCellStyle base(int points, boolean bold, String font) {
    XSSFFont face = workbook.createFont();
    face.setFontName(font);
    face.setFontHeightInPoints((short) points);
    face.setBold(bold);
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(face);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  private static XSSFCellStyle boxed(XSSFCellStyle style) {
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }
}
