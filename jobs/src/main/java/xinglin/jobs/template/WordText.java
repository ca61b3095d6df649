package xinglin.jobs.template;

import xinglin.schemas.blank.Slot;

/** Runs of text and places to fill in, as they stand in the XML of a Word file. */
final class WordText {
  /** Keeps a place to fill in visible and wide enough to click into. */
  private static final String ROOM = "　";

  private WordText() {}

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(point);
              }
            });
    return escaped.toString();
  }

  /**
   * @param properties of the run, as XML
   */
  static String run(String text, String properties) {
    StringBuilder run = new StringBuilder("<w:r><w:rPr>").append(properties).append("</w:rPr>");
    String[] lines = text.split("\n", -1);
    for (int line = 0; line < lines.length; line++) {
      run.append(line == 0 ? "" : "<w:br/>")
          .append("<w:t xml:space=\"preserve\">")
          .append(escape(lines[line]))
          .append("</w:t>");
    }
    return run.append("</w:r>").toString();
  }

  /**
   * A place in a cell. A text of several lines is no content control: LibreOffice saves its lines
   * several times over.
   */
  static String field(Slot slot, String properties) {
    if (slot.kind() == Slot.Kind.LONG_TEXT) {
      return "<w:bookmarkStart w:id=\""
          + Math.abs(tag(slot).hashCode())
          + "\" w:name=\""
          + escape(tag(slot).replaceAll("[^a-z0-9]+", "_"))
          + "\"/>"
          + run(slot.preset().isEmpty() ? ROOM : slot.preset(), properties)
          + "<w:bookmarkEnd w:id=\""
          + Math.abs(tag(slot).hashCode())
          + "\"/>";
    }
    return control(slot, run(slot.preset().isEmpty() ? ROOM : slot.preset(), properties));
  }

  /** A place in a line: its room is underlined. */
  static String blank(Slot slot, int room, String properties) {
    if (slot.preset().isEmpty()) {
      return control(slot, run(" ".repeat(room), properties + "<w:u w:val=\"single\"/>"));
    }
    StringBuilder runs = new StringBuilder();
    String[] parts = slot.preset().split("(?<= )(?! )|(?<! )(?= )");
    boolean pattern = slot.preset().contains("  ");
    for (String part : parts) {
      boolean underlined = part.isBlank() || !pattern;
      runs.append(run(part, properties + (underlined ? "<w:u w:val=\"single\"/>" : "")));
    }
    return control(slot, runs.toString());
  }

  private static String control(Slot slot, String content) {
    return "<w:sdt><w:sdtPr><w:alias w:val=\""
        + escape(slot.label().replace("\n", ""))
        + "\"/><w:tag w:val=\""
        + escape(tag(slot))
        + "\"/>"
        + kind(slot)
        + "</w:sdtPr><w:sdtContent>"
        + content
        + "</w:sdtContent></w:sdt>";
  }

  private static String tag(Slot slot) {
    String tag = slot.row().isEmpty() ? slot.name() : slot.row() + "/" + slot.name();
    return tag.length() <= 60 ? tag : tag.substring(0, 60);
  }

  /** Lists may be overwritten by other words: what a form does not foresee must be writable. */
  private static String kind(Slot slot) {
    if (!slot.choices().isEmpty()) {
      StringBuilder items = new StringBuilder("<w:comboBox>");
      for (String choice : slot.choices()) {
        String word = escape(choice);
        items.append("<w:listItem w:displayText=\"").append(word);
        items.append("\" w:value=\"").append(word).append("\"/>");
      }
      return items.append("</w:comboBox>").toString();
    }
    if (slot.kind() == Slot.Kind.DATE && !slot.preset().contains(" ")) {
      return "<w:date><w:dateFormat w:val=\"yyyy-MM-dd\"/><w:lid w:val=\"zh-CN\"/>"
          + "<w:storeMappedDataAs w:val=\"dateTime\"/><w:calendar w:val=\"gregorian\"/></w:date>";
    }
    return "";
  }
}
