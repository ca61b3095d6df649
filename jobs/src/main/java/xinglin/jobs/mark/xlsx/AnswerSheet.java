package xinglin.jobs.mark.xlsx;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import xinglin.jobs.mark.page.PageLayout;
import xinglin.jobs.mark.page.PageLayout.Box;
import xinglin.jobs.mark.page.PageLayout.Look;
import xinglin.jobs.mark.page.PageLayout.Row;
import xinglin.jobs.mark.page.Spot;
import xinglin.jobs.mark.page.Tone;
import xinglin.jobs.mark.part.XmlText;
import xinglin.schemas.sheet.CellAddress;

/** Our first sheet as XML. Its texts are inline, so that the sender's strings stay as they are. */
final class AnswerSheet {
  /** Columns of the swatches: sheet, row, column, and the blank cell that wears the style. */
  static final int SWATCHES = 19;

  private static final int LONGEST = 32_000;

  private final List<Row> rows;
  private final Tone tone;
  private final Styles styles;
  private final String namespace;
  private final Map<Look, Integer> looks = new EnumMap<>(Look.class);

  AnswerSheet(List<Row> rows, Tone tone, Styles styles, String namespace) {
    this.rows = rows;
    this.tone = tone;
    this.styles = styles;
    this.namespace = namespace;
  }

  /** Area to be printed. */
  String area() {
    return "$A$1:$" + CellAddress.columnName(PageLayout.LAST) + "$" + rows.size();
  }

  String xml(List<Swatch> swatches) {
    StringBuilder data = new StringBuilder();
    StringBuilder merges = new StringBuilder();
    int merged = 0;
    for (int i = 0; i < Math.max(rows.size(), swatches.size()); i++) {
      Row row = i < rows.size() ? rows.get(i) : new Row(15, List.of());
      data.append("<row r=\"" + (i + 1) + "\" ht=\"" + row.points() + "\" customHeight=\"1\">");
      for (Box box : row.boxes()) {
        cells(box, i, data);
        if (box.to() > box.from()) {
          merged++;
          merges.append("<mergeCell ref=\"" + a1(i, box.from()) + ":" + a1(i, box.to()) + "\"/>");
        }
      }
      if (i < swatches.size()) {
        swatch(i, swatches.get(i), data);
      }
      data.append("</row>");
    }
    return "<worksheet xmlns=\""
        + namespace
        + "\"><sheetPr><tabColor rgb=\"FF"
        + tone.rgb()
        + "\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
        + "<sheetViews><sheetView showGridLines=\"0\" tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews>"
        + "<sheetFormatPr defaultRowHeight=\"15\"/>"
        + columns()
        + "<sheetData>"
        + data
        + "</sheetData>"
        + (merged == 0 ? "" : "<mergeCells count=\"" + merged + "\">" + merges + "</mergeCells>")
        + hyperlinks()
        + "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
        + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>";
  }

  private String hyperlinks() {
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      for (Box box : rows.get(i).boxes()) {
        if (box.link().isPresent()) {
          Spot spot = box.link().get();
          links.append(
              "<hyperlink ref=\""
                  + a1(i, box.from())
                  + "\" location=\""
                  + XmlText.escaped(
                      "'" + spot.sheet().replace("'", "''") + "'!" + spot.address().a1())
                  + "\" display=\""
                  + XmlText.escaped(box.text().split("\n", 2)[0])
                  + "\"/>");
        }
      }
    }
    return links.isEmpty() ? "" : "<hyperlinks>" + links + "</hyperlinks>";
  }

  private static String columns() {
    StringBuilder columns = new StringBuilder("<cols>");
    for (int i = 0; i < PageLayout.WIDTHS.size(); i++) {
      columns.append(
          "<col min=\""
              + (i + 1)
              + "\" max=\""
              + (i + 1)
              + "\" width=\""
              + PageLayout.WIDTHS.get(i)
              + "\" customWidth=\"1\"/>");
    }
    return columns
        + "<col min=\""
        + (SWATCHES + 1)
        + "\" max=\""
        + (SWATCHES + 4)
        + "\" width=\"4\" hidden=\"1\" customWidth=\"1\"/></cols>";
  }

  private void cells(Box box, int row, StringBuilder out) {
    int style = look(box.look());
    String text =
        box.text().length() > LONGEST ? box.text().substring(0, LONGEST) + "…" : box.text();
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    if (box.look() == Look.CENTRED && text.matches("\\d+")) {
      out.append(
          "<c r=\"" + a1(row, box.from()) + "\" s=\"" + style + "\"><v>" + text + "</v></c>");
    } else {
      out.append(
              "<c r=\""
                  + a1(row, box.from())
                  + "\" s=\""
                  + (formula ? styles.quoted(style) : style)
                  + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
          .append(XmlText.escaped(text))
          .append("</t></is></c>");
    }
    for (int column = box.from() + 1; column <= box.to(); column++) {
      out.append("<c r=\"" + a1(row, column) + "\" s=\"" + style + "\"/>");
    }
  }

  private static void swatch(int row, Swatch swatch, StringBuilder out) {
    int[] values = {swatch.sheet(), swatch.row(), swatch.column()};
    for (int i = 0; i < values.length; i++) {
      out.append("<c r=\"" + a1(row, SWATCHES + i) + "\"><v>" + values[i] + "</v></c>");
    }
    out.append("<c r=\"" + a1(row, SWATCHES + 3) + "\" s=\"" + swatch.style() + "\"/>");
  }

  private static String a1(int row, int column) {
    return new CellAddress(row, column).a1();
  }

  private int look(Look look) {
    return looks.computeIfAbsent(look, this::make);
  }

  private int make(Look look) {
    return switch (look) {
      case HEADLINE -> format(font(20, true, "FFFFFFFF"), "FF" + tone.rgb(), false, "center", 0);
      case LEAD -> format(font(13, true, "FF000000"), "", false, "left", 1);
      case LABEL -> format(font(12, true, "FF000000"), "FFE7E6E6", true, "left", 1);
      case ADVICE -> format(font(13, true, "FF000000"), "FFFFF6D5", true, "left", 1);
      case VALUE -> format(font(12, false, "FF000000"), "", true, "left", 1);
      case HEAD -> format(font(12, true, "FF000000"), "FFE7E6E6", true, "center", 0);
      case CENTRED, INFO -> format(font(12, false, "FF000000"), "", true, "center", 0);
      case LINK -> format(font(12, false, "FF0563C1"), "", true, "left", 1);
      case ERROR -> format(font(12, true, "FF000000"), "FFFFB3A8", true, "center", 0);
      case WARNING -> format(font(12, false, "FF000000"), "FFFFF4BF", true, "center", 0);
      case SMALL -> format(font(11, false, "FF000000"), "", false, "left", 1);
    };
  }

  private int font(int points, boolean bold, String argb) {
    return styles.add(
        "fonts",
        "<p:font>"
            + (bold ? "<p:b/>" : "")
            + (argb.equals("FF0563C1") ? "<p:u/>" : "")
            + "<p:sz val=\""
            + points
            + "\"/><p:color rgb=\""
            + argb
            + "\"/><p:name val=\"宋体\"/><p:family val=\"3\"/><p:charset val=\"134\"/></p:font>");
  }

  private int format(int font, String fill, boolean boxed, String align, int indent) {
    String side = " style=\"thin\"><p:color rgb=\"FF7F7F7F\"/></p:";
    int border =
        boxed
            ? styles.add(
                "borders",
                "<p:border><p:left"
                    + side
                    + "left><p:right"
                    + side
                    + "right><p:top"
                    + side
                    + "top><p:bottom"
                    + side
                    + "bottom><p:diagonal/></p:border>")
            : 0;
    return styles.add(
        "cellXfs",
        "<p:xf numFmtId=\"0\" fontId=\""
            + font
            + "\" fillId=\""
            + (fill.isEmpty() ? 0 : styles.fill(fill))
            + "\" borderId=\""
            + border
            + "\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><p:alignment horizontal=\""
            + align
            + "\" vertical=\"center\" wrapText=\"1\" indent=\""
            + indent
            + "\"/></p:xf>");
  }
}
