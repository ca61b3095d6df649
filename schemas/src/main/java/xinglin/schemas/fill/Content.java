package xinglin.schemas.fill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.fill.cell.Issues;
import xinglin.schemas.fill.cell.Place;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.Span;
import xinglin.schemas.form.Subject;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/** What was read from a form so far. Not thread safe; lives as long as one reading. */
final class Content {
  private final List<Figure> figures = new ArrayList<>();
  private final List<Optional<Span>> spans = new ArrayList<>();
  private final List<RegisterLine> lines = new ArrayList<>();
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final List<Place> blanks = new ArrayList<>();
  private final List<DatedCell> days = new ArrayList<>();
  private Map<String, String> toldBy = Map.of();

  /**
   * @param otherwise role where the subject says none
   * @param period days that the line itself prints
   */
  void figure(
      String measureId,
      Subject subject,
      Figure.Role otherwise,
      Optional<Period> period,
      Value value,
      String unit,
      Place place) {
    figures.add(
        new Figure(
            measureId,
            subject.role().orElse(otherwise),
            subject.category().orElse(Item.ALL),
            subject.division(),
            period,
            value,
            unit,
            place.sheet(),
            place.address(),
            figures.size(),
            toldBy));
    spans.add(period.isPresent() ? Optional.empty() : subject.span());
    labels.putIfAbsent(measureId, place.label());
    if (value.state() == State.BLANK) {
      blanks.add(place);
    }
  }

  /** Which cells of their line say what the figures are that come next. */
  void toldBy(Map<String, String> cells) {
    toldBy = Map.copyOf(cells);
  }

  void line(
      String table,
      String key,
      String sheet,
      String cell,
      Map<String, Value> values,
      Map<String, String> cells) {
    lines.add(new RegisterLine(table, key, lines.size(), sheet, cell, values, cells));
  }

  /** A cell that may be blank, but should be looked at. */
  void blank(Place place) {
    blanks.add(place);
  }

  /** A day that a row of figures names; tells the phase, is not kept. */
  void day(DatedCell day) {
    days.add(day);
  }

  /** A form of figures with none in it: printed, not reported. Formulas may add up nothing to 0. */
  boolean isNotFilledIn() {
    return lines.isEmpty() && !figures.isEmpty() && figures.stream().allMatch(Content::isNothing);
  }

  private static boolean isNothing(Figure figure) {
    boolean nothingAdded =
        figure.role() == Figure.Role.TOTAL
            && figure.value().number().filter(sum -> sum.signum() == 0).isPresent();
    return nothingAdded || figure.value().state() == State.BLANK;
  }

  List<DatedCell> days() {
    return days;
  }

  void label(String name, String label) {
    labels.putIfAbsent(name, label);
  }

  /** The figures; those of a part of the form's period are without their days yet. */
  List<Figure> figures() {
    return figures;
  }

  /**
   * The figures with their days. Where nothing tells which days a column of the form means, an
   * issue says so.
   *
   * @param form period of the form
   */
  List<Figure> figures(Optional<Period> form, Issues issues) {
    List<Figure> dated = new ArrayList<>();
    Set<Span> unclear = new HashSet<>();
    for (int index = 0; index < figures.size(); index++) {
      Figure figure = figures.get(index);
      Optional<Span> span = spans.get(index);
      Optional<Period> days = span.flatMap(part -> form.flatMap(part::of));
      if (span.isPresent() && form.isPresent() && days.isEmpty() && unclear.add(span.get())) {
        issues.add(Issue.of("PERIOD_UNKNOWN").at(figure.sheet(), figure.cell()));
      }
      dated.add(days.isPresent() ? on(figure, days.get()) : figure);
    }
    return dated;
  }

  private static Figure on(Figure figure, Period days) {
    return new Figure(
        figure.measureId(),
        figure.role(),
        figure.category(),
        figure.divisionCode(),
        Optional.of(days),
        figure.value(),
        figure.unit(),
        figure.sheet(),
        figure.cell(),
        figure.ordinal(),
        figure.cells());
  }

  List<RegisterLine> lines() {
    return lines;
  }

  /** The sender's label of each measure and column. */
  Map<String, String> labels() {
    return labels;
  }

  List<Place> blanks() {
    return blanks;
  }
}
