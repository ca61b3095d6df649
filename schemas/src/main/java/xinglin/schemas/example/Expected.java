package xinglin.schemas.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an example must give: a CSV file that its author reviews, a thing a line. A field with
 * commas, quotes or line breaks stands in quotes.
 */
public final class Expected {
  private final List<Numbered> lines;

  private Expected(List<Numbered> lines) {
    this.lines = lines;
  }

  /** Where a line stands in its file; the same may stand there several times. */
  private record Numbered(ExpectedLine line, int number) {}

  /**
   * One difference.
   *
   * @param line one-based line of the expected file; 0 for what it does not name
   */
  public record Difference(
      int line, String cell, String what, Optional<String> expected, Optional<String> read) {}

  public static Expected parse(String text) {
    List<Numbered> lines = new ArrayList<>();
    CsvText.Rows rows = CsvText.read(text);
    for (int i = 1; i < rows.size(); i++) {
      List<String> fields = new ArrayList<>(rows.get(i));
      if (fields.size() > 1 || !fields.get(0).isBlank()) {
        while (fields.size() < ExpectedLine.HEADER.size()) {
          fields.add("");
        }
        lines.add(
            new Numbered(
                new ExpectedLine(
                    fields.get(0),
                    fields.get(1),
                    fields.get(2),
                    fields.get(3),
                    fields.get(4),
                    fields.get(5)),
                rows.line(i)));
      }
    }
    return new Expected(lines);
  }

  public static String write(List<ExpectedLine> lines) {
    StringBuilder text = new StringBuilder(CsvText.line(ExpectedLine.HEADER));
    lines.forEach(line -> text.append(CsvText.line(line.fields())));
    return text.toString();
  }

  /**
   * Differences in the order of the file, then what it does not name; empty if all is as expected.
   */
  public List<Difference> differences(List<ExpectedLine> read) {
    List<ExpectedLine> left = new ArrayList<>(read);
    List<Numbered> missed = new ArrayList<>();
    lines.forEach(one -> keepIf(!left.remove(one.line()), one, missed));
    List<Difference> differences = new ArrayList<>();
    for (Numbered one : missed) {
      ExpectedLine line = one.line();
      Optional<ExpectedLine> instead =
          left.stream().filter(other -> other.place().equals(line.place())).findFirst();
      instead.ifPresent(left::remove);
      differences.add(
          new Difference(
              one.number(),
              line.cell(),
              line.what(),
              Optional.of(instead.map(line::shownBeside).orElse(line.shown())),
              instead.map(other -> other.shownBeside(line))));
    }
    for (ExpectedLine line : left) {
      differences.add(
          new Difference(0, line.cell(), line.what(), Optional.empty(), Optional.of(line.shown())));
    }
    return differences;
  }

  private static void keepIf(boolean missing, Numbered line, List<Numbered> missed) {
    if (missing) {
      missed.add(line);
    }
  }
}
