package xinglin.jobs.open.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The characters of a page, put together to lines and paragraphs as a reader sees them. A line goes
 * on in the next one if it reaches the right margin and the next is not set in; the lines of a
 * title, larger than the rest, belong together.
 */
final class PdfPage {
  private static final double LARGER = 1.15;

  private final List<Glyph> glyphs = new ArrayList<>();
  private int counted;

  /** One character or ligature and its place, in points from the upper left. */
  record Glyph(String text, double left, double base, double width, double size) {
    double right() {
      return left + width;
    }
  }

  /** Characters on one base line, left to right. */
  private record Line(String text, double left, double right, double base, double size) {}

  void add(Glyph glyph) {
    if (!glyph.text().isEmpty()) {
      glyphs.add(glyph);
    }
  }

  /** How many characters came since this was last asked. */
  int takeNew() {
    int fresh = glyphs.size() - counted;
    counted = glyphs.size();
    return fresh;
  }

  List<String> paragraphs() {
    List<Line> lines = lines();
    double margin = lines.stream().mapToDouble(Line::left).min().orElse(0);
    double end = lines.stream().mapToDouble(Line::right).max().orElse(0);
    double body =
        lines.stream()
            .mapToDouble(Line::size)
            .sorted()
            .skip(lines.size() / 2)
            .findFirst()
            .orElse(0);
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    Line before = null;
    for (Line line : lines) {
      if (before != null && !goesOn(before, line, margin, end, body)) {
        put(paragraphs, paragraph);
      }
      join(paragraph, line.text());
      before = line;
    }
    put(paragraphs, paragraph);
    return paragraphs;
  }

  private static boolean goesOn(Line before, Line line, double margin, double end, double body) {
    boolean below = line.base() - before.base() < 2.5 * line.size();
    boolean title = before.size() > LARGER * body && Math.abs(before.size() - line.size()) < 1;
    boolean full = before.right() > end - 2 * before.size();
    boolean atMargin = line.left() < margin + line.size();
    return below && (title || (full && atMargin));
  }

  private List<Line> lines() {
    List<Glyph> sorted = new ArrayList<>(glyphs);
    sorted.sort(Comparator.comparingDouble(Glyph::base));
    List<Line> lines = new ArrayList<>();
    List<Glyph> row = new ArrayList<>();
    for (Glyph glyph : sorted) {
      if (!row.isEmpty() && glyph.base() - row.get(0).base() > row.get(0).size() / 3) {
        line(lines, row);
      }
      row.add(glyph);
    }
    line(lines, row);
    return lines;
  }

  private static void line(List<Line> lines, List<Glyph> row) {
    row.sort(Comparator.comparingDouble(Glyph::left));
    StringBuilder text = new StringBuilder();
    Glyph before = null;
    double size = 0;
    double left = Double.MAX_VALUE;
    double right = 0;
    for (Glyph glyph : row) {
      boolean again =
          before != null
              && before.text().equals(glyph.text())
              && glyph.left() - before.left() < glyph.width() / 4;
      // Bold letters are often the same letter twice.
      if (!again) {
        boolean gap = before != null && glyph.left() - before.right() > glyph.size() / 4;
        text.append(gap && !glyph.text().isBlank() ? " " : "").append(glyph.text());
        if (!glyph.text().isBlank()) {
          left = Math.min(left, glyph.left());
          right = Math.max(right, glyph.right());
          size = Math.max(size, glyph.size());
        }
        before = glyph;
      }
    }
    if (!text.toString().isBlank()) {
      lines.add(new Line(text.toString().strip(), left, right, row.get(0).base(), size));
    }
    row.clear();
  }

  private static void join(StringBuilder paragraph, String line) {
    boolean latin =
        !paragraph.isEmpty()
            && isLatin(paragraph.charAt(paragraph.length() - 1))
            && isLatin(line.charAt(0));
    paragraph.append(latin ? " " : "").append(line);
  }

  private static void put(List<String> paragraphs, StringBuilder paragraph) {
    if (!paragraph.isEmpty()) {
      paragraphs.add(paragraph.toString());
      paragraph.setLength(0);
    }
  }

  private static boolean isLatin(char here) {
    return here < 0x250 && Character.isLetterOrDigit(here);
  }
}
