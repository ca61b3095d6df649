package xinglin.jobs.open.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.xml.Xml;
import xinglin.schemas.notation.Look;

/**
 * The text table of an .xlsx.
 *
 * @param runs which texts are made of runs, each with a look of its own
 */
public record SharedStrings(List<String> texts, BitSet runs) {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final int OVERHEAD = 16;

  static SharedStrings read(Optional<InputStream> part, Budget budget)
      throws IOException, XMLStreamException, RefusalException {
    return read(part, budget, new ArrayList<>());
  }

  /**
   * @param texts where they are held; empty so far
   */
  static SharedStrings read(Optional<InputStream> part, Budget budget, List<String> texts)
      throws IOException, XMLStreamException, RefusalException {
    BitSet runs = new BitSet();
    if (part.isPresent()) {
      try (InputStream in = part.get();
          Xml xml = Xml.of(in)) {
        while (xml.next()) {
          if (xml.starts("si")) {
            Rich text = rich(xml, "si", budget);
            runs.set(texts.size(), text.runs());
            texts.add(text.text());
          }
        }
      }
    }
    return new SharedStrings(texts, runs);
  }

  boolean hasRuns(int index) {
    return index >= 0 && runs.get(index);
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
  static Rich rich(Xml xml, String element, Budget budget)
      throws XMLStreamException, RefusalException {
    boolean runs = false;
    Look look = Look.PLAIN;
    String first = "";
    StringBuilder more = null;
    while (xml.next() && !xml.ends(element)) {
      if (xml.starts("rPh")) {
        xml.skip();
      } else if (xml.starts("r")) {
        runs = true;
        look = Look.PLAIN;
      } else if (xml.starts("strike")) {
        boolean on = !xml.text("val").matches("0|false");
        look = new Look(on, look.raised(), look.lowered());
      } else if (xml.starts("vertAlign")) {
        String place = xml.text("val");
        look = new Look(look.struck(), place.equals("superscript"), place.equals("subscript"));
      } else if (xml.starts("t")) {
        String text = look.shown(xml.content());
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
    return new Rich(plain(more == null ? first : more.toString()), runs);
  }

  /**
   * Text of a cell.
   *
   * @param runs whether it is made of runs, each with a look of its own
   */
  record Rich(String text, boolean runs) {}

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
