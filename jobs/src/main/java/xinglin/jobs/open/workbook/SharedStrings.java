package xinglin.jobs.open.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.xml.Xml;

/** The text table of an .xlsx. */
public record SharedStrings(List<String> texts) {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final int OVERHEAD = 16;

  static SharedStrings read(Optional<InputStream> part, Budget budget)
      throws IOException, XMLStreamException, RefusalException {
    List<String> texts = new ArrayList<>();
    if (part.isPresent()) {
      try (InputStream in = part.get();
          Xml xml = Xml.of(in)) {
        while (xml.next()) {
          if (xml.starts("si")) {
            texts.add(rich(xml, "si", budget));
          }
        }
      }
    }
    return new SharedStrings(texts);
  }

  String get(int index) throws RefusalException {
    if (index < 0 || index >= texts.size()) {
      throw RefusalException.broken();
    }
    return texts.get(index);
  }

  /**
   * Text of the element just started, its runs joined, without readings printed above (phonetics).
   */
  static String rich(Xml xml, String element, Budget budget)
      throws XMLStreamException, RefusalException {
    String first = "";
    StringBuilder more = null;
    while (xml.next() && !xml.ends(element)) {
      if (xml.starts("rPh")) {
        xml.skip();
      } else if (xml.starts("t")) {
        String text = xml.content();
        if (more != null) {
          more.append(text);
        } else if (first.isEmpty()) {
          first = text;
        } else {
          more = new StringBuilder(first).append(text);
        }
        budget.characters(text.length());
      }
    }
    budget.characters(OVERHEAD);
    return plain(more == null ? first : more.toString());
  }

  /** Office writes characters that XML cannot hold as {@code _x000D_}. */
  static String plain(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(match.group(1), 16))));
  }
}
