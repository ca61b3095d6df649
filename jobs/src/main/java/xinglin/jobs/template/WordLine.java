package xinglin.jobs.template;

import xinglin.schemas.blank.Line;

/** A line outside a table, or a paragraph of a letter, as a Word paragraph. */
final class WordLine {
  private static final int ROOM = 12;
  private static final int ROOM_IN_TEXT = 8;

  private WordLine() {}

  /**
   * @param letter whether it stands in a letter, which is set in larger type
   */
  static String xml(Line line, boolean letter) {
    String properties = properties(line.look(), letter);
    StringBuilder xml = new StringBuilder("<w:p><w:pPr>").append(paragraph(line.look(), letter));
    xml.append("</w:pPr>");
    for (Line.Piece piece : line.pieces()) {
      if (piece instanceof Line.Words words) {
        xml.append(WordText.run(words.text(), properties));
      } else if (piece instanceof Line.Blank blank) {
        int room = line.look() == Line.Look.BODY ? ROOM_IN_TEXT : ROOM;
        xml.append(WordText.blank(blank.slot(), room, properties));
      }
    }
    return xml.append("</w:p>").toString();
  }

  private static String properties(Line.Look look, boolean letter) {
    return switch (look) {
      case TITLE -> "<w:b/><w:sz w:val=\"36\"/><w:szCs w:val=\"36\"/>";
      case ATTACHMENT -> "<w:rFonts w:eastAsia=\"黑体\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>";
      default ->
          letter
              ? "<w:rFonts w:eastAsia=\"仿宋\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>"
              : "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>";
    };
  }

  private static String paragraph(Line.Look look, boolean letter) {
    String spacing =
        letter
            ? "<w:spacing w:line=\"560\" w:lineRule=\"exact\"/>"
            : "<w:spacing w:before=\"120\" w:after=\"120\"/>";
    return switch (look) {
      case TITLE -> "<w:spacing w:before=\"240\" w:after=\"240\"/><w:jc w:val=\"center\"/>";
      case BODY -> spacing + "<w:ind w:firstLine=\"640\"/>";
      case RIGHT -> spacing + "<w:jc w:val=\"right\"/>";
      default -> spacing;
    };
  }
}
