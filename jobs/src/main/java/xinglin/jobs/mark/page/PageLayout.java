package xinglin.jobs.mark.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.finding.Severity;

/** The first sheet as rows of cells, the same for every format of workbook. */
public final class PageLayout {
  /** Widths of the columns in Latin characters. */
  public static final List<Integer> WIDTHS = List.of(6, 11, 24, 58, 16, 16, 27);

  /** Last column, zero-based. */
  public static final int LAST = 6;

  private static final int TALLEST = 400;

  /** Looks of a cell. */
  public enum Look {
    HEADLINE,
    LEAD,
    LABEL,
    ADVICE,
    VALUE,
    HEAD,
    CENTRED,
    LINK,
    ERROR,
    WARNING,
    INFO,
    SMALL
  }

  /**
   * @param to last column covered
   */
  public record Box(int from, int to, String text, Look look, Optional<Spot> link) {}

  /** A row; without boxes it is blank. */
  public record Row(double points, List<Box> boxes) {}

  private final List<Row> rows = new ArrayList<>();

  private PageLayout() {}

  public static List<Row> of(AnswerPage page) {
    PageLayout layout = new PageLayout();
    layout.wide(page.headline(), Look.HEADLINE, 40);
    layout.wide(page.lead(), Look.LEAD, 28);
    page.facts().forEach(layout::fact);
    if (!page.lines().isEmpty()) {
      layout.rows.add(new Row(12, List.of()));
      layout.heads(page.heads());
      page.lines().forEach(layout::line);
      if (!page.more().isEmpty()) {
        layout.wide(page.more(), Look.LEAD, 26);
      }
    }
    if (!page.guide().isEmpty()) {
      layout.rows.add(new Row(12, List.of()));
      page.guide()
          .forEach(
              text ->
                  layout.wide(
                      text, Look.SMALL, 17 * TextLines.count(text, width(0, LAST) - 12) + 3));
    }
    return List.copyOf(layout.rows);
  }

  private void wide(String text, Look look, double points) {
    rows.add(new Row(points, List.of(new Box(0, LAST, text, look, Optional.empty()))));
  }

  private void fact(AnswerPage.Fact fact) {
    int lines = TextLines.count(fact.text(), width(2, LAST) - (fact.first() ? 26 : 14));
    rows.add(
        new Row(
            Math.max(22, 18 * lines + 8),
            List.of(
                box(0, 1, fact.name(), Look.LABEL),
                box(2, LAST, fact.text(), fact.first() ? Look.ADVICE : Look.VALUE))));
  }

  private void heads(List<String> heads) {
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i <= LAST; i++) {
      boxes.add(box(i, i, heads.get(i), Look.HEAD));
    }
    rows.add(new Row(22, boxes));
  }

  private void line(AnswerPage.Line line) {
    List<Box> boxes =
        List.of(
            box(0, 0, String.valueOf(line.number()), Look.CENTRED),
            box(1, 1, line.weight(), look(line.severity())),
            new Box(
                2, 2, line.place(), line.spot().isPresent() ? Look.LINK : Look.VALUE, line.spot()),
            box(3, 3, line.message(), Look.VALUE),
            box(4, 4, line.sent(), Look.VALUE),
            box(5, 5, line.expected(), Look.VALUE),
            box(6, 6, line.code(), Look.VALUE));
    int lines = 2;
    for (Box box : boxes) {
      int width = WIDTHS.get(box.from()) - (box.from() == 3 ? 10 : 3);
      lines = Math.max(lines, Math.min(20, TextLines.count(box.text(), width)));
    }
    rows.add(new Row(Math.min(TALLEST, 17.5 * lines + 8), boxes));
  }

  private static Look look(Severity severity) {
    return switch (severity) {
      case ERROR -> Look.ERROR;
      case WARNING -> Look.WARNING;
      case INFO -> Look.INFO;
    };
  }

  private static Box box(int from, int to, String text, Look look) {
    return new Box(from, to, text, look, Optional.empty());
  }

  private static int width(int from, int to) {
    return WIDTHS.subList(from, to + 1).stream().mapToInt(Integer::intValue).sum();
  }
}
