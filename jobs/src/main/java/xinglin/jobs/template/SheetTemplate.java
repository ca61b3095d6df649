package xinglin.jobs.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import xinglin.schemas.blank.Area;
import xinglin.schemas.blank.BlankSheet;
import xinglin.schemas.blank.BlankTable;
import xinglin.schemas.blank.Field;
import xinglin.schemas.blank.Line;
import xinglin.schemas.blank.Printed;
import xinglin.schemas.blank.Slot;

/** Writes one page of a form into a worksheet. */
final class SheetTemplate {
  private static final double LINE_POINTS = 15;
  private static final double ROW_POINTS = 26;
  private static final double MARGIN_INCHES = 0.6;
  private static final int WIDEST = 250;
  private final XSSFSheet sheet;
  private final BlankSheet blank;
  private final BlankTable table;
  private final Looks looks;
  private final Prompts prompts;
  private final int top;

  SheetTemplate(XSSFSheet sheet, BlankSheet blank, Looks looks, ChoiceSheet choices) {
    this.sheet = sheet;
    this.blank = blank;
    this.table = blank.table();
    this.looks = looks;
    this.prompts = new Prompts(sheet, choices);
    this.top = blank.above().size();
  }

  void write(boolean landscape) {
    for (int column = 0; column < table.columns(); column++) {
      sheet.setColumnWidth(column, Math.min(WIDEST, table.widths().get(column) + 1) * 256);
    }
    int row = 0;
    for (Line line : blank.above()) {
      line(line, row++);
    }
    table();
    row = top + table.rows();
    for (Line line : blank.below()) {
      line(line, row++);
    }
    prompts.write();
    page(landscape, row);
  }

  private void line(Line line, int at) {
    XSSFRow row = row(at);
    row.setHeightInPoints((float) height(line));
    if (LineCells.fits(line, table.widths())) {
      for (LineCells.Span span : LineCells.spread(line, table.widths())) {
        CellRangeAddress area = new CellRangeAddress(at, at, span.from(), span.to());
        if (span.piece() instanceof Line.Words words) {
          put(area, words.text().strip(), looks.line(line.look()));
        } else if (span.piece() instanceof Line.Blank open) {
          put(area, open.slot().preset(), looks.blank(open.slot()));
          prompts.add(open.slot(), area);
        }
      }
      return;
    }
    CellRangeAddress area = new CellRangeAddress(at, at, 0, table.columns() - 1);
    CellStyle style = line.hasBlanks() ? looks.openLine(line.look()) : looks.line(line.look());
    put(area, joined(line), style);
    if (line.hasBlanks()) {
      prompts.add(whole(line), area);
    }
  }

  /** The line as one text with gaps to write into. */
  static String joined(Line line) {
    return line.text(slot -> slot.preset().isEmpty() ? "            " : " " + slot.preset() + " ");
  }

  /** A line with a single blank offers itself with every choice filled in. */
  private static Slot whole(Line line) {
    List<Slot> slots = line.slots();
    List<String> choices = new ArrayList<>();
    if (slots.size() == 1) {
      for (String choice : slots.get(0).choices()) {
        choices.add(line.text(slot -> " " + choice + " "));
      }
    }
    String labels = String.join("、", slots.stream().map(Slot::label).toList());
    String note = choices.isEmpty() ? "请在空白处填写" + labels : "请从列表中选择，或直接写在空白处";
    return Slot.free(labels, note).choosing(choices);
  }

  private double height(Line line) {
    int lines = LineCells.lines(joined(line), table.width());
    return switch (line.look()) {
      case TITLE -> 24 * LineCells.lines(joined(line), table.width() * 11 / 18) + 12;
      case NOTE -> LINE_POINTS * lines + 6;
      default -> 24;
    };
  }

  private void table() {
    double[] heights = new double[table.rows()];
    java.util.Arrays.fill(heights, ROW_POINTS);
    for (Printed cell : table.printed()) {
      put(range(cell.area()), text(cell), looks.printed(cell.look()));
      stretch(heights, cell.area(), cell.text(), table);
    }
    for (Field field : table.fields()) {
      field(field);
      stretch(heights, field.area(), field.slot().preset(), table);
      if (field.slot().kind() == Slot.Kind.LONG_TEXT && !field.slot().preset().isEmpty()) {
        heights[field.area().row()] = Math.max(heights[field.area().row()], 8 * LINE_POINTS);
      }
    }
    for (int row = 0; row < heights.length; row++) {
      row(top + row).setHeightInPoints((float) Math.min(400, heights[row]));
    }
  }

  /** Rows share the height that a text needs. */
  private static void stretch(double[] heights, Area area, String text, BlankTable table) {
    int width = 0;
    for (int column = area.column(); column < area.right(); column++) {
      width += table.widths().get(column);
    }
    double needed = LINE_POINTS * LineCells.lines(text, Math.max(2, width - 1)) + 6;
    for (int row = area.row(); row < area.bottom(); row++) {
      heights[row] = Math.max(heights[row], needed / area.rows());
    }
  }

  private String text(Printed cell) {
    if (cell.look() != Printed.Look.CORNER) {
      return cell.text();
    }
    String[] words = cell.text().split("\n", 2);
    int room = table.widths().get(cell.area().column()) - LineCells.characters(words[0]) - 1;
    return " ".repeat(Math.max(0, room)) + cell.text();
  }

  private void field(Field field) {
    Slot slot = field.slot();
    CellRangeAddress range = range(field.area());
    Optional<BigDecimal> number = number(slot);
    if (!field.isSum() || (!slot.preset().isEmpty() && number.isEmpty())) {
      XSSFCell cell = put(range, slot.preset(), looks.field(slot, field.doubtful()));
      number.ifPresent(value -> cell.setCellValue(value.doubleValue()));
      prompts.add(slot, range);
      return;
    }
    XSSFCell cell = put(range, "", looks.sum(slot, field.doubtful()));
    cell.setCellFormula(sum(field.sumOf(), top));
    number.ifPresentOrElse(
        value -> cell.setCellValue(value.doubleValue()), () -> cell.setCellValue(""));
  }

  /** What is written into a place for figures, if it is a plain number. */
  private static Optional<BigDecimal> number(Slot slot) {
    boolean figure = slot.kind() == Slot.Kind.COUNT || slot.kind() == Slot.Kind.MONEY;
    return figure && slot.preset().matches("-?[0-9]+(\\.[0-9]+)?")
        ? Optional.of(new BigDecimal(slot.preset()))
        : Optional.empty();
  }

  /** The sum of neighbouring cells as ranges; nothing filled in adds up to nothing, not to 0. */
  static String sum(List<Area> parts, int top) {
    List<String> ranges = new ArrayList<>();
    for (int at = 0; at < parts.size(); ) {
      int end = at;
      while (end + 1 < parts.size() && isBeside(parts.get(end), parts.get(end + 1))) {
        end++;
      }
      String first = parts.get(at).a1(top);
      ranges.add(at == end ? first : first + ":" + parts.get(end).a1(top));
      at = end + 1;
    }
    String all = String.join(",", ranges);
    return "IF(COUNT(" + all + ")=0,\"\",SUM(" + all + "))";
  }

  private static boolean isBeside(Area one, Area next) {
    return (one.column() == next.column() && one.bottom() == next.row())
        || (one.row() == next.row() && one.right() == next.column());
  }

  private CellRangeAddress range(Area area) {
    return new CellRangeAddress(
        top + area.row(), top + area.bottom() - 1, area.column(), area.right() - 1);
  }

  private XSSFRow row(int at) {
    XSSFRow row = sheet.getRow(at);
    return row == null ? sheet.createRow(at) : row;
  }

  private XSSFCell put(CellRangeAddress area, String text, CellStyle style) {
    for (int at = area.getFirstRow(); at <= area.getLastRow(); at++) {
      for (int column = area.getFirstColumn(); column <= area.getLastColumn(); column++) {
        row(at).createCell(column).setCellStyle(style);
      }
    }
    if (area.getNumberOfCells() > 1) {
      sheet.addMergedRegion(area);
    }
    XSSFCell cell = row(area.getFirstRow()).getCell(area.getFirstColumn());
    if (!text.isEmpty()) {
      cell.setCellValue(text);
    }
    return cell;
  }

  private void page(boolean landscape, int rows) {
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setLandscape(landscape);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    sheet.setFitToPage(true);
    sheet.setHorizontallyCenter(true);
    for (PageMargin margin :
        List.of(PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP, PageMargin.BOTTOM)) {
      sheet.setMargin(margin, MARGIN_INCHES);
    }
    if (table.headerRows() > 0) {
      sheet.setRepeatingRows(new CellRangeAddress(top, top + table.headerRows() - 1, -1, -1));
      sheet.getFooter().setCenter("第 &P 页，共 &N 页");
    }
    sheet.createFreezePane(table.labelColumns(), top + table.headerRows());
    sheet
        .getWorkbook()
        .setPrintArea(
            sheet.getWorkbook().getSheetIndex(sheet), 0, table.columns() - 1, 0, rows - 1);
    protect();
  }

  /** Without a password: it keeps labels from being overwritten by mistake, not by intent. */
  private void protect() {
    sheet.enableLocking();
    sheet.lockFormatColumns(false);
    sheet.lockFormatRows(false);
    sheet.lockFormatCells(false);
    sheet.lockInsertRows(!table.grows());
    sheet.lockSelectLockedCells(false);
    sheet.lockSelectUnlockedCells(false);
  }
}
