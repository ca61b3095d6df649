package xinglin.jobs.mark.part;

/** Characters of XML text and attributes. */
public final class XmlText {
  private XmlText() {}

  /** For text and for attributes; what XML cannot hold is left out. */
  public static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                case '\t' -> out.append("&#9;");
                default -> {
                  if (point >= 0x20
                      && !(point >= 0xd800 && point <= 0xdfff)
                      && point != 0xfffe
                      && point != 0xffff) {
                    out.appendCodePoint(point);
                  }
                }
              }
            });
    return out.toString();
  }

  /** Entities and character references resolved. */
  public static String plain(String raw) {
    if (raw.indexOf('&') < 0) {
      return raw;
    }
    StringBuilder out = new StringBuilder(raw.length());
    for (int at = 0; at < raw.length(); at++) {
      int end = raw.charAt(at) == '&' ? raw.indexOf(';', at) : -1;
      if (end < 0) {
        out.append(raw.charAt(at));
        continue;
      }
      out.append(entity(raw.substring(at + 1, end)));
      at = end;
    }
    return out.toString();
  }

  private static String entity(String name) {
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> reference(name);
    };
  }

  private static String reference(String name) {
    try {
      if (name.startsWith("#x")) {
        return Character.toString(Integer.parseInt(name.substring(2), 16));
      }
      if (name.startsWith("#")) {
        return Character.toString(Integer.parseInt(name.substring(1)));
      }
    } catch (IllegalArgumentException e) {
      return "&" + name + ";";
    }
    return "&" + name + ";";
  }
}
