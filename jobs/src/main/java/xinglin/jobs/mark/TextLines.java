package xinglin.jobs.mark;

/** How many lines a text takes in a column; Chinese characters are twice as wide as Latin ones. */
final class TextLines {
  private TextLines() {}

  /**
   * @param width of the column in Latin characters
   */
  static int count(String text, int width) {
    int lines = 0;
    for (String line : text.split("\n", -1)) {
      int wide = line.codePoints().map(point -> point < 0x2e80 ? 1 : 2).sum();
      lines += Math.max(1, (wide + width - 1) / width);
    }
    return lines;
  }
}
