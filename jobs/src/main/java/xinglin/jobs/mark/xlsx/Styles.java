package xinglin.jobs.mark.xlsx;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xinglin.jobs.mark.part.Markup;
import xinglin.jobs.mark.part.Tag;
import xinglin.schemas.finding.Severity;

/**
 * The style table of a workbook with ours added behind it: no style of the sender's changes or
 * moves.
 */
public final class Styles {
  /** Fills of marks; by these colours they are known again. */
  private static final String ERROR = "FFFF9C8F";

  private static final String WARNING = "FFFFF1A6";
  private static final String ERROR_BORDER = border("thick", "FFC00000");
  private static final String WARNING_BORDER = border("mediumDashed", "FF7F6000");

  private static final List<String> KNOWN =
      List.of("fonts", "fills", "borders", "cellStyleXfs", "cellXfs");
  private static final String EMPTY =
      "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
          + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>"
          + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
          + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
          + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
          + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
          + "<cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs>"
          + "</styleSheet>";

  private final String xml;
  private final Map<String, List<String>> tables = new HashMap<>();
  private final Map<String, List<String>> added = new HashMap<>();
  private final Map<String, Integer> known = new HashMap<>();
  private final Set<Integer> ours = new HashSet<>();
  private String prefix = "";
  private boolean hadOurs;

  private Styles(String xml) {
    this.xml = xml;
    KNOWN.forEach(
        name -> {
          tables.put(name, new ArrayList<>());
          added.put(name, new ArrayList<>());
        });
  }

  /**
   * @param xml of the style part; empty if the workbook has none
   */
  static Styles read(String xml) throws IOException {
    Styles styles = new Styles(xml.isEmpty() ? EMPTY : xml);
    styles.scan();
    styles.findOurs();
    return styles;
  }

  private void scan() throws IOException {
    Markup markup = new Markup(new StringReader(xml));
    String table = "";
    StringBuilder item = new StringBuilder();
    int depth = 0;
    while (markup.next()) {
      if (markup.kind() == Markup.Kind.START && prefix.isEmpty() && markup.starts("styleSheet")) {
        prefix = markup.tag().prefix();
      }
      if (table.isEmpty()) {
        if (markup.kind() == Markup.Kind.START && KNOWN.contains(markup.tag().local())) {
          table = markup.tag().local();
        }
        continue;
      }
      if (depth == 0 && markup.ends(table)) {
        table = "";
        continue;
      }
      boolean start = markup.kind() == Markup.Kind.START;
      depth += start ? 1 : markup.kind() == Markup.Kind.END ? -1 : 0;
      if (depth > 0 || markup.kind() != Markup.Kind.OTHER) {
        item.append(markup.raw());
      }
      if (depth == 0 && markup.kind() != Markup.Kind.OTHER) {
        items(table).add(item.toString());
        item.setLength(0);
      }
    }
  }

  private List<String> items(String table) {
    return tables.computeIfAbsent(table, none -> new ArrayList<>());
  }

  private List<String> news(String table) {
    return added.computeIfAbsent(table, none -> new ArrayList<>());
  }

  private void findOurs() {
    List<String> fills = items("fills");
    List<String> formats = items("cellXfs");
    for (int i = 0; i < formats.size(); i++) {
      int fill = head(formats.get(i)).number("fillId", 0);
      if (fill >= 0
          && fill < fills.size()
          && (fills.get(fill).contains(ERROR) || fills.get(fill).contains(WARNING))) {
        ours.add(i);
      }
    }
    hadOurs = !ours.isEmpty();
  }

  /** Whether the workbook came with marks of an earlier answer. */
  boolean hadOurs() {
    return hadOurs;
  }

  private static Tag head(String element) {
    return new Tag(element.substring(0, element.indexOf('>') + 1));
  }

  /** Whether a cell of this style wears one of our marks. */
  boolean isOurs(int style) {
    return ours.contains(style);
  }

  /** The style with the look of a mark. */
  int marked(int style, Severity severity) {
    if (severity == Severity.INFO) {
      return style;
    }
    boolean error = severity == Severity.ERROR;
    String look =
        fill(error ? ERROR : WARNING) + ":" + add("borders", error ? ERROR_BORDER : WARNING_BORDER);
    return known.computeIfAbsent(
        style + ":" + look,
        none -> {
          String[] ids = look.split(":");
          int made =
              derived(
                  style,
                  Map.of(
                      "fillId", ids[0], "applyFill", "1", "borderId", ids[1], "applyBorder", "1"));
          ours.add(made);
          return made;
        });
  }

  /** The style without our fill, for a mark whose former style nobody knows. */
  int cleared(int style) {
    return known.computeIfAbsent(
        style + ":cleared", none -> derived(style, Map.of("fillId", "0", "borderId", "0")));
  }

  /** The style for text that begins like a formula: it stays text even after editing. */
  int quoted(int style) {
    return known.computeIfAbsent(
        style + ":quoted", none -> derived(style, Map.of("quotePrefix", "1")));
  }

  private int derived(int style, Map<String, String> attributes) {
    List<String> formats = items("cellXfs");
    String original =
        style >= 0 && style < formats.size()
            ? formats.get(style)
            : news("cellXfs").get(style - formats.size());
    Tag head = head(original);
    String rest = original.substring(head.raw().length());
    for (Map.Entry<String, String> entry : new java.util.TreeMap<>(attributes).entrySet()) {
      head = head.with(entry.getKey(), entry.getValue());
    }
    return append("cellXfs", head.raw() + rest);
  }

  /** A solid fill; returns its index. */
  int fill(String argb) {
    return add(
        "fills",
        "<p:fill><p:patternFill patternType=\"solid\"><p:fgColor rgb=\""
            + argb
            + "\"/><p:bgColor indexed=\"64\"/></p:patternFill></p:fill>");
  }

  /** A font, border or cell format of ours, written with prefix {@code p:}; returns its index. */
  int add(String table, String element) {
    String own = element.replace("<p:", "<" + prefix).replace("</p:", "</" + prefix);
    return known.computeIfAbsent(table + own, none -> append(table, own));
  }

  private int append(String table, String element) {
    news(table).add(element);
    return items(table).size() + news(table).size() - 1;
  }

  private static String border(String line, String argb) {
    StringBuilder border = new StringBuilder("<p:border>");
    for (String side : List.of("left", "right", "top", "bottom")) {
      border.append(
          "<p:"
              + side
              + " style=\""
              + line
              + "\"><p:color rgb=\""
              + argb
              + "\"/></p:"
              + side
              + ">");
    }
    return border + "<p:diagonal/></p:border>";
  }

  /** The style part with everything added. */
  String xml() {
    StringBuilder out = new StringBuilder(xml.length() + 4_096);
    Markup markup = new Markup(new StringReader(xml));
    try {
      while (markup.next()) {
        String table = markup.kind() == Markup.Kind.OTHER ? "" : local(markup);
        if (!news(table.isEmpty() ? "none" : table).isEmpty()) {
          int count = items(table).size() + news(table).size();
          switch (markup.kind()) {
            case START -> out.append(markup.tag().with("count", String.valueOf(count)).raw());
            case EMPTY ->
                out.append(markup.tag().opened().with("count", String.valueOf(count)).raw())
                    .append(String.join("", news(table)))
                    .append(markup.tag().end());
            default -> out.append(String.join("", news(table))).append(markup.raw());
          }
        } else {
          out.append(markup.raw());
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toString();
  }

  private static String local(Markup markup) {
    return markup.kind() == Markup.Kind.END
        ? new Tag("<" + markup.raw().substring(2)).local()
        : markup.tag().local();
  }
}
