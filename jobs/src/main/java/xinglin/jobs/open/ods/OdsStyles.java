package xinglin.jobs.open.ods;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.xml.Xml;

/** What the styles of an .ods say about its sheets. */
final class OdsStyles {
  private final Set<String> hiddenTables = new HashSet<>();

  /** The styles just started. */
  void read(Xml xml) throws XMLStreamException {
    String style = "";
    int depth = 1;
    while (depth > 0 && xml.next()) {
      depth += xml.isStart() ? 1 : -1;
      if (xml.starts("style")) {
        style = xml.text("name");
      } else if (xml.starts("table-properties") && xml.text("display").equals("false")) {
        hiddenTables.add(style);
      }
    }
  }

  boolean isHidden(String tableStyle) {
    return hiddenTables.contains(tableStyle);
  }
}
