package xinglin.jobs.template;

import java.util.ArrayList;
import java.util.List;
import xinglin.schemas.blank.Line;

/**
 * Lays the pieces of a line over the columns of the table below it, words and blanks each in cells
 * of their own, so that blanks can have lists to choose from.
 */
final class LineCells {
  private static final int BLANK_WIDTH = 14;

  private LineCells() {}

  /** A piece of a line over columns, both included. */
  record Span(Line.Piece piece, int from, int to) {}

  /** Whether the line fits; where it does not, it stands in one cell as a whole. */
  static boolean fits(Line line, List<Integer> widths) {
    boolean oneCell = line.look() == Line.Look.TITLE || !line.hasBlanks();
    return !oneCell && line.pieces().size() <= widths.size();
  }

  static List<Span> spread(Line line, List<Integer> widths) {
    List<Span> spans = new ArrayList<>();
    int column = 0;
    for (int index = 0; index < line.pieces().size(); index++) {
      Line.Piece piece = line.pieces().get(index);
      int left = line.pieces().size() - index - 1;
      int wanted = piece instanceof Line.Words words ? characters(words.text()) : BLANK_WIDTH;
      int from = column;
      int width = widths.get(column++);
      while (column < widths.size() - left && (left == 0 || width < wanted)) {
        width += widths.get(column++);
      }
      spans.add(new Span(piece, from, column - 1));
    }
    return spans;
  }

  /** Half-width characters; ideographs count two. */
  static int characters(String text) {
    return text.codePoints().map(point -> point < 0x2000 ? 1 : 2).sum();
  }

  /** Lines that a text takes in a column, at least one. */
  static int lines(String text, int width) {
    int lines = 0;
    for (String line : text.split("\n", -1)) {
      lines += Math.max(1, (characters(line) + width - 1) / Math.max(1, width));
    }
    return lines;
  }
}
