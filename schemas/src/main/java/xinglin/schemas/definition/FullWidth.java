package xinglin.schemas.definition;

import java.util.regex.Pattern;

/** Marks that a Chinese keyboard types where YAML needs the ASCII ones. */
final class FullWidth {
  private static final Pattern MARKS = Pattern.compile("[：，“”‘’｛｝［］＃　]");
  private static final String TYPED = "：，｛｝［］＃　";
  private static final String MEANT = ":,{}[]# ";

  private FullWidth() {}

  static boolean isIn(String text) {
    return MARKS.matcher(text).find();
  }

  /** The text as it was probably meant: without full-width quotes, with ASCII marks. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (char mark : text.toCharArray()) {
      int at = TYPED.indexOf(mark);
      if ("“”‘’".indexOf(mark) < 0) {
        plain.append(at < 0 ? mark : MEANT.charAt(at));
      }
    }
    return plain.toString().strip();
  }

  /** Whether the whole text stands in full-width quotes. */
  static boolean isQuoted(String text) {
    return text.length() > 1
        && ((text.startsWith("“") && text.endsWith("”"))
            || (text.startsWith("‘") && text.endsWith("’")));
  }
}
