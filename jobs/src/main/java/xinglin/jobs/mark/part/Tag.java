package xinglin.jobs.mark.part;

import java.util.Optional;

/**
 * A start tag or an empty element as it was written; attributes are changed one by one.
 *
 * @param raw from {@code <} to {@code >}
 */
public record Tag(String raw) {

  /** Name without prefix. */
  public String local() {
    String name = qualified();
    return name.substring(name.indexOf(':') + 1);
  }

  /** Prefix with its colon, empty if there is none. */
  public String prefix() {
    String name = qualified();
    return name.substring(0, name.indexOf(':') + 1);
  }

  private String qualified() {
    int end = 1;
    while (end < raw.length() && "/> \t\r\n".indexOf(raw.charAt(end)) < 0) {
      end++;
    }
    return raw.substring(1, end);
  }

  public boolean isEmpty() {
    return raw.endsWith("/>");
  }

  /** Value of an attribute by its local name, entities resolved. */
  public Optional<String> find(String attribute) {
    int[] place = place(attribute);
    return place.length == 0
        ? Optional.empty()
        : Optional.of(XmlText.plain(raw.substring(place[1], place[2])));
  }

  /** As {@link #find}, empty if the attribute is missing. */
  public String text(String attribute) {
    return find(attribute).orElse("");
  }

  /** A whole number, or the other value where there is none. */
  public int number(String attribute, int otherwise) {
    String value = text(attribute).strip();
    try {
      return value.isEmpty() ? otherwise : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  public boolean flag(String attribute) {
    String value = text(attribute);
    return value.equals("1") || value.equals("true") || value.equals("on");
  }

  /** With the attribute at this value, wherever it stood. */
  public Tag with(String attribute, String value) {
    int[] place = place(attribute);
    String escaped = XmlText.escaped(value);
    if (place.length > 0) {
      return new Tag(raw.substring(0, place[1]) + escaped + raw.substring(place[2]));
    }
    int end = raw.length() - (isEmpty() ? 2 : 1);
    return new Tag(
        raw.substring(0, end).stripTrailing()
            + " "
            + attribute
            + "=\""
            + escaped
            + "\""
            + raw.substring(end));
  }

  public Tag without(String attribute) {
    int[] place = place(attribute);
    return place.length == 0
        ? this
        : new Tag(raw.substring(0, place[0]).stripTrailing() + raw.substring(place[2] + 1));
  }

  /** An empty element as a start tag; a start tag as it is. */
  public Tag opened() {
    return isEmpty() ? new Tag(raw.substring(0, raw.length() - 2).stripTrailing() + ">") : this;
  }

  public String end() {
    return "</" + qualified() + ">";
  }

  /** Where name, value and closing quote of an attribute stand; empty if there is none. */
  private int[] place(String attribute) {
    int at = qualified().length() + 1;
    while (at < raw.length()) {
      int equals = raw.indexOf('=', at);
      if (equals < 0) {
        return new int[0];
      }
      int open = equals + 1;
      while (open < raw.length() && raw.charAt(open) != '"' && raw.charAt(open) != '\'') {
        open++;
      }
      int close = open < raw.length() ? raw.indexOf(raw.charAt(open), open + 1) : -1;
      if (close < 0) {
        return new int[0];
      }
      String name = raw.substring(at, equals).strip();
      if (name.equals(attribute)
          || (name.endsWith(":" + attribute) && !name.startsWith("xmlns:"))) {
        return new int[] {raw.indexOf(name, at), open + 1, close};
      }
      at = close + 1;
    }
    return new int[0];
  }
}
