package xinglin.jobs.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import xinglin.schemas.blank.Area;
import xinglin.schemas.blank.BlankTable;
import xinglin.schemas.blank.Field;
import xinglin.schemas.blank.Printed;
import xinglin.schemas.blank.Slot;
import xinglin.schemas.sheet.CellAddress;

/** A printed table as a Word table with its merged cells. */
final class WordTable {
  private static final int TWIPS_A_CHARACTER = 118;
  private static final String SMALL = "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>";
  private static final String BOLD = "<w:b/>" + SMALL;
  private final BlankTable table;
  private final List<Integer> twips = new ArrayList<>();
  private final Map<CellAddress, Content> cells = new HashMap<>();

  /** What stands in an area, as XML of a paragraph's inside. */
  private record Content(Area area, String xml, String shade, boolean cut) {}

  /**
   * @param textWidth of the page, in twips
   */
  WordTable(BlankTable table, int textWidth) {
    this.table = table;
    double scale = Math.min(TWIPS_A_CHARACTER, (double) textWidth / table.width());
    boolean full = table.width() * TWIPS_A_CHARACTER > textWidth * 0.75;
    double used = full ? (double) textWidth / table.width() : scale;
    table.widths().forEach(width -> twips.add((int) (width * used)));
    table.printed().forEach(this::add);
    table.fields().forEach(this::add);
  }

  private void add(Printed cell) {
    boolean cut = cell.look() == Printed.Look.CORNER;
    String xml =
        cut
            ? corner(cell.text())
            : paragraph(
                WordText.run(cell.text(), cell.look() == Printed.Look.HEADER ? BOLD : SMALL),
                cell.look() == Printed.Look.TEXT ? "left" : "center");
    put(new Content(cell.area(), xml, cell.look() == Printed.Look.TEXT ? "" : "F2F2F2", cut));
  }

  private static String corner(String text) {
    String[] words = text.split("\n", 2);
    return paragraph(WordText.run(words[0], SMALL), "right")
        + paragraph(WordText.run(words.length > 1 ? words[1] : "", SMALL), "left");
  }

  private void add(Field field) {
    boolean left = field.slot().kind() == Slot.Kind.LONG_TEXT;
    String xml = paragraph(WordText.field(field.slot(), SMALL), left ? "left" : "center");
    put(new Content(field.area(), xml, field.doubtful() ? "FFF2CC" : "", false));
  }

  private void put(Content content) {
    for (int row = content.area().row(); row < content.area().bottom(); row++) {
      cells.put(new CellAddress(row, content.area().column()), content);
    }
  }

  private static String paragraph(String inside, String align) {
    return "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\"/><w:jc w:val=\""
        + align
        + "\"/></w:pPr>"
        + inside
        + "</w:p>";
  }

  String xml() {
    StringBuilder xml = new StringBuilder("<w:tbl><w:tblPr><w:tblW w:w=\"");
    xml.append(twips.stream().mapToInt(Integer::intValue).sum());
    xml.append("\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>");
    for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
      xml.append("<w:").append(side);
      xml.append(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
    }
    xml.append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>");
    xml.append("<w:left w:w=\"57\" w:type=\"dxa\"/><w:right w:w=\"57\" w:type=\"dxa\"/>");
    xml.append("</w:tblCellMar></w:tblPr><w:tblGrid>");
    twips.forEach(width -> xml.append("<w:gridCol w:w=\"").append(width).append("\"/>"));
    xml.append("</w:tblGrid>");
    for (int row = 0; row < table.rows(); row++) {
      row(row, xml);
    }
    return xml.append("</w:tbl>").toString();
  }

  private void row(int row, StringBuilder xml) {
    int height = row < table.headerRows() ? 400 : 480;
    xml.append("<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"").append(height);
    xml.append("\" w:hRule=\"atLeast\"/>");
    xml.append(row < table.headerRows() ? "<w:tblHeader/>" : "").append("</w:trPr>");
    for (int column = 0; column < table.columns(); ) {
      Content content = cells.get(new CellAddress(row, column));
      if (content == null) {
        xml.append("<w:tc><w:tcPr>").append(width(column, 1)).append("</w:tcPr><w:p/></w:tc>");
        column++;
      } else {
        cell(row, content, xml);
        column += content.area().columns();
      }
    }
    xml.append("</w:tr>");
  }

  private void cell(int row, Content content, StringBuilder xml) {
    Area area = content.area();
    xml.append("<w:tc><w:tcPr>").append(width(area.column(), area.columns()));
    if (area.columns() > 1) {
      xml.append("<w:gridSpan w:val=\"").append(area.columns()).append("\"/>");
    }
    boolean first = row == area.row();
    if (area.rows() > 1) {
      xml.append(first ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
    }
    if (content.cut()) {
      xml.append("<w:tcBorders><w:tl2br w:val=\"single\" w:sz=\"4\" w:space=\"0\"");
      xml.append(" w:color=\"auto\"/></w:tcBorders>");
    }
    if (!content.shade().isEmpty()) {
      xml.append("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"");
      xml.append(content.shade()).append("\"/>");
    }
    xml.append("<w:vAlign w:val=\"center\"/></w:tcPr>");
    xml.append(first ? content.xml() : "<w:p/>").append("</w:tc>");
  }

  private String width(int column, int columns) {
    int width = 0;
    for (int at = column; at < column + columns; at++) {
      width += twips.get(at);
    }
    return "<w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>";
  }
}
