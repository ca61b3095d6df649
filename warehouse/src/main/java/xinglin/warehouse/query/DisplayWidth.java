package xinglin.warehouse.query;

/** Places that a text takes on a terminal (Unicode Annex 11: wide and full-width are two). */
final class DisplayWidth {
  private DisplayWidth() {}

  static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  private static int of(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean isWide =
        (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x2E80 && c <= 0x303E)
            || (c >= 0x3041 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD);
    return isWide ? 2 : 1;
  }

  /** On one line, cut to the width, {@code …} where something is left out. */
  static String cut(String text, int width) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    if (of(line) <= width) {
      return line;
    }
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int c : line.codePoints().toArray()) {
      if (used + of(c) > width - 1) {
        break;
      }
      kept.appendCodePoint(c);
      used += of(c);
    }
    return kept.append('…').toString();
  }
}
