package xinglin.schemas.check;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/**
 * What holds for every form and needs no declaration: no negative figures, no fractions of counts,
 * the period, the term.
 */
record StandingCheck() implements FormCheck {

  @Override
  public List<Issue> run(CheckInput input) {
    List<Issue> issues = new ArrayList<>();
    for (Figure figure : input.figures()) {
      Datum.of(figure)
          .ifPresentOrElse(
              datum -> number(datum, input, issues), () -> stated(figure, input, issues));
    }
    repeated(input, issues);
    for (RegisterLine line : input.lines()) {
      new TreeMap<>(line.values())
          .forEach((column, value) -> number(Datum.of(line, column, value), input, issues));
    }
    period(input, issues);
    term(input, issues);
    return issues;
  }

  private static void number(Datum datum, CheckInput input, List<Issue> issues) {
    Value value = datum.value();
    if (value.number().isEmpty()) {
      return;
    }
    BigDecimal number = value.number().get();
    if (number.signum() < 0) {
      issues.add(datum.issue("NEGATIVE_COUNT", input));
    } else if (isCount(datum) && number.stripTrailingZeros().scale() > 0) {
      issues.add(datum.issue("FRACTIONAL_COUNT", input).with("unit", datum.unit()));
    }
  }

  /** Figures that only tell can be wrong too; a target may be a fraction. */
  private static void stated(Figure figure, CheckInput input, List<Issue> issues) {
    if (figure.role() == Figure.Role.PUBLISHED) {
      number(Datum.stated(figure), input, issues);
    }
  }

  /** The same thing said in two cells would count twice. */
  private static void repeated(CheckInput input, List<Issue> issues) {
    Map<List<Object>, Figure> first = new HashMap<>();
    for (Figure figure : input.figures()) {
      List<Object> about =
          List.of(
              figure.measureId(),
              figure.category(),
              figure.role(),
              figure.divisionCode(),
              figure.period());
      Figure earlier =
          figure.role() == Figure.Role.NARRATIVE || figure.value().state() == State.BLANK
              ? null
              : first.putIfAbsent(about, figure);
      if (earlier != null) {
        issues.add(
            Datum.stated(figure)
                .issue("REPEATED_FIGURE", input)
                .with("other_place", earlier.cell()));
      }
    }
  }

  private static boolean isCount(Datum datum) {
    return !datum.unit().isEmpty()
        && !datum.isMoney()
        && !datum.unit().equals("%")
        && !datum.unit().equals("比例");
  }

  private static void period(CheckInput input, List<Issue> issues) {
    input
        .window()
        .flatMap(window -> input.period().filter(period -> !window.contains(period)))
        .ifPresent(
            period ->
                issues.add(
                    Issue.of("PERIOD_OUTSIDE_CAMPAIGN")
                        .at(input.sheet(), "")
                        .sent(period.start() + " – " + period.end())
                        .with("from", input.window().orElseThrow().start().toString())
                        .with("to", input.window().orElseThrow().end().toString())));
  }

  private static void term(CheckInput input, List<Issue> issues) {
    input
        .dueOn()
        .flatMap(due -> input.receivedOn().filter(day -> day.isAfter(due)))
        .ifPresent(
            day ->
                issues.add(
                    Issue.of("LATE")
                        .with("received", day.toString())
                        .with("due", input.dueOn().orElseThrow().toString())
                        .with(
                            "days",
                            Long.toString(
                                ChronoUnit.DAYS.between(input.dueOn().orElseThrow(), day)))));
  }
}
