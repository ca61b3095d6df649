package xinglin.schemas.example;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import xinglin.schemas.check.CheckCatalogue;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Language;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.form.Item;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/** Everything that was read of a form, one line each, in reading order. */
public final class ReadLines {
  private final List<ExpectedLine> lines = new ArrayList<>();

  private ReadLines() {}

  public static List<ExpectedLine> of(List<FormReading> readings) {
    ReadLines lines = new ReadLines();
    readings.forEach(lines::form);
    return lines.lines;
  }

  private void form(FormReading form) {
    add(form.sheet(), "reporter", form.reporter().map(who -> who.code() + " " + who.name()));
    add(form.sheet(), "period", form.period().map(ReadLines::days));
    form.figures().forEach(this::figure);
    form.lines().forEach(this::line);
    form.findings().stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .forEach(this::finding);
  }

  private void add(String cell, String what, Optional<String> value) {
    lines.add(new ExpectedLine(cell, what, "", "", "", value.orElse("(blank)")));
  }

  private void figure(Figure figure) {
    String role = figure.role() == Figure.Role.OBSERVATION ? "" : " (" + figure.role().code() + ")";
    lines.add(
        new ExpectedLine(
            place(figure.sheet(), figure.cell()),
            figure.measureId() + role,
            figure.divisionCode().orElse(""),
            figure.category().equals(Item.ALL) ? "" : figure.category(),
            figure.period().map(ReadLines::days).orElse(""),
            value(figure.value())));
  }

  private void line(RegisterLine line) {
    Function<String, String> cell = column -> line.cells().getOrDefault(column, line.cell());
    line.values().entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Value> e) -> cell.apply(e.getKey()).length())
                .thenComparing(e -> cell.apply(e.getKey()))
                .thenComparing(Map.Entry::getKey))
        .forEach(
            e ->
                lines.add(
                    new ExpectedLine(
                        place(line.sheet(), cell.apply(e.getKey())),
                        line.table() + "." + e.getKey(),
                        "",
                        "",
                        "",
                        value(e.getValue()))));
  }

  private void finding(Finding finding) {
    lines.add(
        new ExpectedLine(
            place(finding.sheet(), finding.cell()),
            "finding " + finding.code(),
            "",
            "",
            "",
            finding.severity().code()));
  }

  private static String place(String sheet, String cell) {
    return CheckCatalogue.place(sheet, cell, Language.EN);
  }

  private static String days(Period period) {
    return period.start() + ".." + period.end();
  }

  private static String value(Value value) {
    String known =
        value
            .number()
            .map(number -> number.stripTrailingZeros().toPlainString())
            .or(() -> value.date().map(Object::toString))
            .or(value::text)
            .orElse("");
    if (value.state() == State.REPORTED) {
      return known;
    }
    String doubt =
        value.bound().map(bound -> bound.code()).orElse(value.state().code().replace('_', ' '));
    return (known + " (" + doubt + ")").strip();
  }
}
