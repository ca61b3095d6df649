package xinglin.jobs.open.ods;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.workbook.ShownFormat;
import xinglin.jobs.open.workbook.ShownScale;
import xinglin.jobs.open.xml.Xml;
import xinglin.schemas.notation.Look;

/** What the styles of an .ods say: hidden sheets, and numbers shown on another scale. */
final class OdsStyles {
  private final Set<String> hiddenTables = new HashSet<>();
  private final Map<String, String> formats = new HashMap<>();
  private final Map<String, Look> looks = new HashMap<>();
  private final Map<String, ShownFormat> scales = new HashMap<>();

  /** The styles just started. */
  void read(Xml xml) throws XMLStreamException, RefusalException {
    String style = "";
    int depth = 1;
    while (depth > 0 && xml.next()) {
      depth += xml.isStart() ? 1 : -1;
      if (xml.starts("style")) {
        style = xml.text("name");
        xml.find("data-style-name").ifPresent(new Named(formats, style)::put);
      } else if (xml.starts("table-properties") && xml.text("display").equals("false")) {
        hiddenTables.add(style);
      } else if (xml.starts("text-properties")) {
        look(style, xml);
      } else if (xml.starts("number-style") || xml.starts("currency-style")) {
        depth--;
        number(xml);
      }
    }
  }

  private void look(String style, Xml xml) throws XMLStreamException {
    String place = xml.text("text-position");
    Look look =
        new Look(
            isSet(xml.text("text-line-through-style")) || isSet(xml.text("text-line-through-type")),
            place.matches("super.*|[1-9].*"),
            place.matches("sub.*|-.*"));
    if (!look.equals(Look.PLAIN)) {
      looks.put(style, look);
    }
  }

  private static boolean isSet(String line) {
    return !line.isEmpty() && !line.equals("none");
  }

  /** How a style of cells or of text makes it look. */
  Look look(String style) {
    return looks.getOrDefault(style, Look.PLAIN);
  }

  private record Named(Map<String, String> map, String name) {
    void put(String value) {
      map.put(name, value);
    }
  }

  private void number(Xml xml) throws XMLStreamException, RefusalException {
    String name = xml.text("name");
    String element = xml.name();
    int power = 0;
    StringBuilder behind = new StringBuilder();
    boolean digits = false;
    while (xml.next() && !xml.ends(element)) {
      if (xml.starts("number")) {
        digits = true;
        power += power(xml.text("display-factor"));
      } else if (xml.starts("embedded-text")) {
        int position = xml.number("position", 0);
        power += xml.content().equals(".") ? position : 0;
      } else if (digits && xml.starts("text")) {
        behind.append(xml.content());
      }
    }
    ShownScale.of(power, behind.toString().replace("\"", "").strip())
        .ifPresent(scale -> scales.put(name, ShownFormat.always(scale)));
  }

  /** 3 for 1000. */
  private static int power(String factor) {
    String digits = factor.replaceFirst("[.]0*$", "");
    return digits.matches("10{0,15}") ? digits.length() - 1 : 0;
  }

  boolean isHidden(String tableStyle) {
    return hiddenTables.contains(tableStyle);
  }

  Optional<ShownScale> findScale(String cellStyle, BigDecimal number) {
    String format = formats.get(cellStyle);
    ShownFormat scale = format == null ? null : scales.get(format);
    return scale == null ? Optional.empty() : scale.find(number);
  }
}
