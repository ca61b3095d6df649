package xinglin.jobs.open.word;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.guard.ZipParts;
import xinglin.jobs.open.word.ListNumbers.Level;
import xinglin.jobs.open.word.ListNumbers.Place;
import xinglin.jobs.open.xml.Relationships;
import xinglin.jobs.open.xml.Xml;

/** Reads the lists of a .docx, and which paragraph styles belong to one. */
final class NumberingXml {
  private static final int LEVELS = 9;

  private final Map<String, Level[]> patterns = new HashMap<>();
  private final ListNumbers numbers = new ListNumbers();

  private NumberingXml() {}

  static ListNumbers read(ZipParts parts, Relationships relationships)
      throws IOException, XMLStreamException, RefusalException {
    NumberingXml reading = new NumberingXml();
    Optional<String> lists = relationships.findKind("numbering");
    if (lists.isPresent()) {
      try (InputStream in = parts.get(lists.get());
          Xml xml = Xml.of(in)) {
        reading.lists(xml);
      }
      Optional<String> styles = relationships.findKind("styles");
      if (styles.isPresent()) {
        try (InputStream in = parts.get(styles.get());
            Xml xml = Xml.of(in)) {
          reading.styles(xml);
        }
      }
    }
    return reading.numbers;
  }

  private void lists(Xml xml) throws XMLStreamException {
    while (xml.next()) {
      if (xml.starts("abstractNum")) {
        String id = xml.text("abstractNumId");
        patterns.put(id, levels(xml, "abstractNum", new Level[LEVELS]));
      } else if (xml.starts("num")) {
        num(xml);
      }
    }
  }

  private void num(Xml xml) throws XMLStreamException {
    String id = xml.text("numId");
    Level[] levels = new Level[LEVELS];
    int overridden = 0;
    while (xml.next() && !xml.ends("num")) {
      if (xml.starts("abstractNumId")) {
        levels = Arrays.copyOf(patterns.getOrDefault(xml.text("val"), levels), LEVELS);
      } else if (xml.starts("lvlOverride")) {
        overridden = xml.number("ilvl", 0);
      } else if (xml.starts("startOverride") && isLevel(overridden)) {
        Level level = levels[overridden] == null ? Level.NONE : levels[overridden];
        levels[overridden] = new Level(xml.number("val", 1), level.format(), level.text());
      } else if (xml.starts("lvl")) {
        level(xml, levels);
      }
    }
    numbers.list(id, levels);
  }

  private static Level[] levels(Xml xml, String element, Level[] levels) throws XMLStreamException {
    while (xml.next() && !xml.ends(element)) {
      if (xml.starts("lvl")) {
        level(xml, levels);
      }
    }
    return levels;
  }

  private static void level(Xml xml, Level[] levels) throws XMLStreamException {
    int at = xml.number("ilvl", 0);
    int start = 1;
    String format = "decimal";
    String text = "";
    while (xml.next() && !xml.ends("lvl")) {
      if (xml.starts("start")) {
        start = xml.number("val", 1);
      } else if (xml.starts("numFmt")) {
        format = xml.text("val");
      } else if (xml.starts("lvlText")) {
        text = xml.text("val");
      }
    }
    if (isLevel(at)) {
      levels[at] = new Level(start, format, text);
    }
  }

  private void styles(Xml xml) throws XMLStreamException {
    String style = "";
    int level = 0;
    while (xml.next()) {
      if (xml.starts("style")) {
        style = xml.text("styleId");
        level = 0;
      } else if (xml.starts("ilvl")) {
        level = xml.number("val", 0);
      } else if (xml.starts("numId")) {
        numbers.style(style, new Place(xml.text("val"), level));
      }
    }
  }

  private static boolean isLevel(int level) {
    return level >= 0 && level < LEVELS;
  }
}
