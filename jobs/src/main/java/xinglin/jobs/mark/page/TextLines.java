package xinglin.jobs.mark.page;

/** How much room a text takes; Chinese characters are twice as wide as Latin ones. */
public final class TextLines {
  private TextLines() {}

  /**
   * Lines in a column.
   *
   * @param width of the column in Latin characters
   */
  public static int count(String text, int width) {
    int lines = 0;
    for (String line : text.split("\n", -1)) {
      lines += Math.max(1, (width(line) + width - 1) / width);
    }
    return lines;
  }

  /** Width of one line in Latin characters. */
  public static int width(String line) {
    return line.codePoints().map(point -> point < 0x2e80 ? 1 : 2).sum();
  }
}
