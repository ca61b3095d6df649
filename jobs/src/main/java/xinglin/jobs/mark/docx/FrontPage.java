package xinglin.jobs.mark.docx;

import java.util.List;
import java.util.Map;
import xinglin.jobs.mark.page.AnswerPage;
import xinglin.jobs.mark.page.AnswerPage.Fact;
import xinglin.jobs.mark.page.AnswerPage.Line;
import xinglin.jobs.mark.page.Spot;
import xinglin.jobs.mark.part.XmlText;
import xinglin.schemas.finding.Severity;

/**
 * Our first page as XML, in a section of its own: the sender's headers, footers and page numbers
 * begin on the sender's first page. No style of the sender's is used or changed.
 */
final class FrontPage {
  private static final List<Integer> WIDTHS = List.of(560, 1080, 1700, 4350, 1120, 1120);
  private static final int WIDTH = 9930;
  private static final int LABEL = 1640;

  private final AnswerPage page;
  private final Map<Spot, String> anchors;
  private final StringBuilder out = new StringBuilder();

  /**
   * @param anchors bookmark of each marked place
   */
  FrontPage(AnswerPage page, Map<Spot, String> anchors) {
    this.page = page;
    this.anchors = anchors;
  }

  /**
   * @param breaks whether the page has to be ended by a break of its own
   */
  String xml(boolean breaks) {
    out.append(paragraph(page.headline(), 34, true, "FFFFFF", "center", page.tone().rgb()));
    out.append(paragraph(page.lead(), 24, true, "000000", "left", ""));
    table(List.of(LABEL, WIDTH - LABEL));
    for (Fact fact : page.facts()) {
      row(false);
      cell(LABEL, "E7E6E6", paragraph(fact.name(), 22, true, "000000", "left", ""));
      cell(
          WIDTH - LABEL,
          fact.first() ? "FFF6D5" : "",
          paragraph(fact.text(), fact.first() ? 24 : 21, fact.first(), "000000", "left", ""));
      out.append("</w:tr>");
    }
    out.append("</w:tbl>").append(paragraph("", 12, false, "000000", "left", ""));
    if (!page.lines().isEmpty()) {
      lines();
    }
    if (!page.more().isEmpty()) {
      out.append(paragraph(page.more(), 21, true, "000000", "left", ""));
    }
    page.guide().forEach(text -> out.append(paragraph(text, 19, false, "000000", "left", "")));
    end(breaks);
    return out.toString();
  }

  private void lines() {
    table(WIDTHS);
    row(true);
    for (int i = 0; i < WIDTHS.size(); i++) {
      cell(
          WIDTHS.get(i),
          "E7E6E6",
          paragraph(page.heads().get(i), 20, true, "000000", "center", ""));
    }
    out.append("</w:tr>");
    for (Line line : page.lines()) {
      row(false);
      cell(WIDTHS.get(0), "", text(String.valueOf(line.number()), "center"));
      cell(WIDTHS.get(1), colour(line.severity()), text(line.weight(), "center"));
      cell(WIDTHS.get(2), "", place(line));
      cell(
          WIDTHS.get(3),
          "",
          text(line.message(), "left") + paragraph(line.code(), 14, false, "7F7F7F", "left", ""));
      cell(WIDTHS.get(4), "", text(line.sent(), "left"));
      cell(WIDTHS.get(5), "", text(line.expected(), "left"));
      out.append("</w:tr>");
    }
    out.append("</w:tbl>").append(paragraph("", 12, false, "000000", "left", ""));
  }

  private String place(Line line) {
    String anchor = line.spot().map(spot -> anchors.getOrDefault(spot, "")).orElse("");
    if (anchor.isEmpty()) {
      return text(line.place(), "left");
    }
    return "<w:p>"
        + properties("left", "")
        + "<w:hyperlink w:anchor=\""
        + anchor
        + "\" w:history=\"1\">"
        + runs(line.place(), 20, false, "0563C1")
        + "</w:hyperlink></w:p>";
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case ERROR -> Shading.ERROR;
      case WARNING -> Shading.WARNING;
      case INFO -> "";
    };
  }

  private void table(List<Integer> widths) {
    StringBuilder borders = new StringBuilder();
    for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
      borders.append(
          "<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"7F7F7F\"/>");
    }
    out.append("<w:tbl><w:tblPr><w:tblW w:w=\"" + WIDTH + "\" w:type=\"dxa\"/><w:tblBorders>")
        .append(borders)
        .append(
            "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"80\" w:type=\"dxa\"/><w:bottom w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>");
    widths.forEach(width -> out.append("<w:gridCol w:w=\"" + width + "\"/>"));
    out.append("</w:tblGrid>");
  }

  private void row(boolean head) {
    out.append("<w:tr><w:trPr><w:cantSplit/>" + (head ? "<w:tblHeader/>" : "") + "</w:trPr>");
  }

  private void cell(int width, String fill, String content) {
    out.append("<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>")
        .append(
            fill.isEmpty()
                ? ""
                : "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + fill + "\"/>")
        .append("<w:vAlign w:val=\"center\"/></w:tcPr>" + content + "</w:tc>");
  }

  private static String text(String text, String align) {
    return paragraph(text, 20, false, "000000", align, "");
  }

  private static String paragraph(
      String text, int halfPoints, boolean bold, String rgb, String align, String fill) {
    return "<w:p>" + properties(align, fill) + runs(text, halfPoints, bold, rgb) + "</w:p>";
  }

  /** Everything that the sender's normal style might bring along is said anew. */
  private static String properties(String align, String fill) {
    return "<w:pPr><w:widowControl/>"
        + (fill.isEmpty()
            ? ""
            : "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + fill + "\"/>")
        + "<w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"40\" w:beforeLines=\"0\" w:after=\"40\" w:afterLines=\"0\" w:line=\"276\" w:lineRule=\"auto\"/>"
        + "<w:ind w:left=\"0\" w:leftChars=\"0\" w:right=\"0\" w:rightChars=\"0\" w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\""
        + align
        + "\"/></w:pPr>";
  }

  private static String runs(String text, int halfPoints, boolean bold, String rgb) {
    StringBuilder runs = new StringBuilder();
    String look =
        "<w:rPr><w:rFonts w:ascii=\"宋体\" w:hAnsi=\"宋体\" w:eastAsia=\"宋体\" w:cs=\"宋体\"/>"
            + (bold ? "<w:b/>" : "<w:b w:val=\"0\"/>")
            + "<w:i w:val=\"0\"/><w:color w:val=\""
            + rgb
            + "\"/><w:sz w:val=\""
            + halfPoints
            + "\"/><w:szCs w:val=\""
            + halfPoints
            + "\"/>"
            + (rgb.equals("0563C1") ? "<w:u w:val=\"single\"/>" : "")
            + "</w:rPr>";
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      runs.append(
          "<w:r>"
              + look
              + (i > 0 ? "<w:br/>" : "")
              + "<w:t xml:space=\"preserve\">"
              + XmlText.escaped(lines[i])
              + "</w:t></w:r>");
    }
    return runs.toString();
  }

  /** Our page is number 0, so that the sender's first page stays number 1. */
  private void end(boolean breaks) {
    String section =
        "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1000\" w:right=\"980\" w:bottom=\"1000\" w:left=\"980\" w:header=\"500\" w:footer=\"500\" w:gutter=\"0\"/><w:pgNumType w:start=\"0\"/></w:sectPr>";
    out.append("<w:p>")
        .append(properties("center", "").replace("</w:pPr>", section + "</w:pPr>"))
        .append(runs(page.lastLine(), 18, false, "595959"))
        .append(breaks ? "<w:r><w:br w:type=\"page\"/></w:r>" : "")
        .append("</w:p>");
  }
}
