package xinglin.jobs.mark.docx;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xinglin.jobs.mark.part.Markup;
import xinglin.jobs.mark.part.Tag;
import xinglin.schemas.finding.Severity;

/** Puts our colour into the properties of a cell or paragraph, or takes it away. */
enum Shading {
  CELL("tcPr", Set.of("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders")),
  PARAGRAPH(
      "pPr",
      Set.of(
          "pStyle",
          "keepNext",
          "keepLines",
          "pageBreakBefore",
          "framePr",
          "widowControl",
          "numPr",
          "suppressLineNumbers",
          "pBdr"));

  static final String ERROR = "FF9C8F";
  static final String WARNING = "FFF1A6";

  private final String element;
  private final Set<String> before;

  Shading(String element, Set<String> before) {
    this.element = element;
    this.before = before;
  }

  /** Name of the properties. */
  String element() {
    return element;
  }

  /**
   * The properties with the colour of this severity, or without a colour of ours.
   *
   * @param properties as they are, empty if there are none
   */
  String applied(String properties, Optional<Severity> severity) throws IOException {
    String colour =
        severity
            .map(s -> s == Severity.ERROR ? ERROR : s == Severity.WARNING ? WARNING : "")
            .orElse("");
    String shade =
        colour.isEmpty()
            ? ""
            : "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + colour + "\"/>";
    if (properties.isEmpty()) {
      return shade.isEmpty() ? "" : "<w:" + element + ">" + shade + "</w:" + element + ">";
    }
    Tag head = new Tag(properties.substring(0, properties.indexOf('>') + 1));
    List<String> children = children(properties);
    boolean changed =
        children.removeIf(
            child -> child.startsWith("<w:shd ") && (!shade.isEmpty() || isOurs(child)));
    if (shade.isEmpty() && !changed) {
      return properties;
    }
    int at = 0;
    for (int i = 0; i < children.size(); i++) {
      String child = children.get(i);
      String name =
          child.startsWith("<") ? new Tag(child.substring(0, child.indexOf('>') + 1)).local() : "";
      at = before.contains(name) ? i + 1 : at;
    }
    children.add(at, shade);
    return head.opened().raw() + String.join("", children) + head.end();
  }

  private static boolean isOurs(String shade) {
    return shade.contains("\"" + ERROR + "\"") || shade.contains("\"" + WARNING + "\"");
  }

  private static List<String> children(String properties) throws IOException {
    List<String> children = new ArrayList<>();
    Markup markup = new Markup(new StringReader(properties));
    StringBuilder child = new StringBuilder();
    int depth = -1;
    while (markup.next()) {
      if (markup.kind() == Markup.Kind.END) {
        depth--;
      }
      if (depth >= 0) {
        child.append(markup.raw());
      }
      if (markup.kind() == Markup.Kind.START) {
        depth++;
      } else if (depth == 0) {
        children.add(child.toString());
        child.setLength(0);
      }
    }
    return children;
  }
}
