package xinglin.schemas.authoring;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** Maps, lists and plain values as indented JSON, the same bytes for the same value. */
final class Json {
  private static final String STEP = "  ";
  private static final int LINE = 100;

  private Json() {}

  static String write(Object value) {
    StringBuilder text = new StringBuilder();
    write(value, "", text);
    return text.append('\n').toString();
  }

  private static void write(Object value, String indent, StringBuilder text) {
    StringBuilder flat = new StringBuilder();
    flat(value, flat);
    if (flat.length() + indent.length() <= LINE
        || !(value instanceof Map || value instanceof Collection)) {
      text.append(flat);
    } else if (value instanceof Map<?, ?> map) {
      text.append("{\n");
      for (Iterator<? extends Map.Entry<?, ?>> each = entries(map); each.hasNext(); ) {
        Map.Entry<?, ?> entry = each.next();
        text.append(indent).append(STEP);
        string(entry.getKey().toString(), text);
        text.append(": ");
        write(entry.getValue(), indent + STEP, text);
        text.append(each.hasNext() ? ",\n" : "\n");
      }
      text.append(indent).append('}');
    } else if (value instanceof Collection<?> items) {
      text.append("[\n");
      for (Iterator<?> each = items.iterator(); each.hasNext(); ) {
        text.append(indent).append(STEP);
        write(each.next(), indent + STEP, text);
        text.append(each.hasNext() ? ",\n" : "\n");
      }
      text.append(indent).append(']');
    }
  }

  private static void flat(Object value, StringBuilder text) {
    if (value instanceof Map<?, ?> map) {
      String mark = "{";
      for (Iterator<? extends Map.Entry<?, ?>> each = entries(map); each.hasNext(); ) {
        Map.Entry<?, ?> entry = each.next();
        text.append(mark);
        string(entry.getKey().toString(), text);
        text.append(": ");
        flat(entry.getValue(), text);
        mark = ", ";
      }
      text.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof Collection<?> items) {
      String mark = "[";
      for (Object item : items) {
        text.append(mark);
        flat(item, text);
        mark = ", ";
      }
      text.append(items.isEmpty() ? "[]" : "]");
    } else if (value instanceof Number || value instanceof Boolean) {
      text.append(value);
    } else {
      string(value.toString(), text);
    }
  }

  /** Maps of one entry or in their own order; immutable ones, which have none, by key. */
  private static Iterator<? extends Map.Entry<?, ?>> entries(Map<?, ?> map) {
    return map instanceof java.util.LinkedHashMap<?, ?>
        ? map.entrySet().iterator()
        : new TreeMap<Object, Object>(map).entrySet().iterator();
  }

  private static void string(String value, StringBuilder text) {
    text.append('"');
    for (char c : value.toCharArray()) {
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        default -> text.append(c);
      }
    }
    text.append('"');
  }
}
