package xinglin.jobs.open.ods;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.xml.Xml;
import xinglin.schemas.notation.Look;

/**
 * Text of OpenDocument paragraphs. White space between words counts once, more of it stands in
 * elements of its own; readings printed above (ruby), notes and changes are not read.
 */
final class OdsText {
  static final Set<String> PASSED_OVER =
      Set.of("annotation", "annotation-end", "ruby-text", "note", "tracked-changes", "shapes");

  private static final int MOST_SPACES = 1_000;

  private OdsText() {}

  /** The paragraph just started. */
  static String paragraph(Xml xml, OdsStyles styles, Budget budget)
      throws XMLStreamException, RefusalException {
    StringBuilder text = new StringBuilder();
    Deque<Look> looks = new ArrayDeque<>();
    boolean space = true;
    int depth = 1;
    while (depth > 0 && xml.nextOrText()) {
      if (xml.isText()) {
        Look look = looks.isEmpty() ? Look.PLAIN : looks.peek();
        space = collapse(look.shown(xml.characters()), text, space);
      } else if (!xml.isStart()) {
        depth--;
        looks.poll();
      } else if (PASSED_OVER.contains(xml.name())) {
        xml.skip();
      } else {
        depth++;
        looks.push(
            xml.name().equals("span") || looks.isEmpty()
                ? styles.look(xml.text("style-name"))
                : looks.peek());
        space = element(xml, text, space);
      }
      if (text.length() > budget.limits().characters()) {
        budget.characters(text.length());
      }
    }
    budget.characters(text.length());
    return text.toString();
  }

  private static boolean element(Xml xml, StringBuilder text, boolean space)
      throws XMLStreamException {
    switch (xml.name()) {
      case "s" -> text.append(" ".repeat(Math.max(0, Math.min(MOST_SPACES, xml.number("c", 1)))));
      case "tab" -> text.append('\t');
      case "line-break" -> text.append('\n');
      default -> {
        return space;
      }
    }
    return false;
  }

  /** Whether what follows comes after white space. */
  private static boolean collapse(String characters, StringBuilder text, boolean before) {
    boolean space = before;
    for (int i = 0; i < characters.length(); i++) {
      char here = characters.charAt(i);
      boolean white = here == ' ' || here == '\t' || here == '\n' || here == '\r';
      if (!white) {
        text.append(here);
      } else if (!space) {
        text.append(' ');
      }
      space = white;
    }
    return space;
  }
}
