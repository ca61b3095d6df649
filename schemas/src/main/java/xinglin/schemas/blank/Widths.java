package xinglin.schemas.blank;

import java.util.Map;

/** Widths of columns in half-width characters: wide enough for what is written into them. */
final class Widths {
  private static final int HEADER_LINES = 4;
  private final Map<String, Integer> declared;

  Widths(Map<String, Integer> declared) {
    this.declared = declared;
  }

  int of(Slot slot, String header) {
    int needed =
        switch (slot.kind()) {
          case COUNT, PERCENT -> 8;
          case MONEY -> 11;
          case DATE -> 12;
          case CHOICE ->
              Math.min(
                  24,
                  Math.max(
                      8, 2 + slot.choices().stream().mapToInt(Widths::characters).max().orElse(0)));
          case TEXT -> 13;
          case LONG_TEXT -> 24;
        };
    int wrapped = (characters(header.replace("\n", "")) + HEADER_LINES - 1) / HEADER_LINES + 2;
    return declared.getOrDefault(slot.name(), Math.max(needed, Math.min(wrapped, 20)));
  }

  int ofLabels(String name, Iterable<String> labels) {
    int longest = 8;
    for (String label : labels) {
      for (String line : label.split("\n")) {
        longest = Math.max(longest, characters(line) + 2);
      }
    }
    return declared.getOrDefault(name, Math.min(longest, 34));
  }

  /** Ideographs count two. */
  static int characters(String text) {
    return text.codePoints().map(point -> point < 0x2000 ? 1 : 2).sum();
  }
}
