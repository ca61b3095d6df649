package xinglin.schemas.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.value.Period;

/**
 * FORMS_DISAGREE: the same figure of the same reporter and period in several forms of one file.
 * Needs no declaration.
 */
public final class FileChecks {
  private FileChecks() {}

  /** What a figure is about, whichever form states it. */
  private record Subject(
      String measure, String category, String division, Optional<Period> period) {}

  private record Stated(Figure figure, CheckInput form) {}

  /**
   * @param forms in reading order
   * @return issues by the form they belong to, the later of the two; as many lists as forms
   */
  public static List<List<Issue>> run(List<CheckInput> forms) {
    Map<Subject, Stated> first = new HashMap<>();
    List<List<Issue>> issues = new ArrayList<>();
    for (CheckInput form : forms) {
      List<Issue> own = new ArrayList<>();
      Map<Subject, Stated> here = new HashMap<>();
      for (Figure figure : form.figures()) {
        if (isComparable(figure)) {
          Subject subject = subject(figure, form);
          Optional.ofNullable(first.get(subject))
              .filter(other -> differs(other.figure(), figure))
              .map(other -> issue(figure, form, other))
              .ifPresent(own::add);
          here.putIfAbsent(subject, new Stated(figure, form));
        }
      }
      here.forEach(first::putIfAbsent);
      issues.add(List.copyOf(own));
    }
    return issues;
  }

  private static boolean isComparable(Figure figure) {
    return figure.value().number().isPresent()
        && figure.role() != Figure.Role.PUBLISHED
        && figure.role() != Figure.Role.TARGET;
  }

  private static Subject subject(Figure figure, CheckInput form) {
    String reporter = form.reporter().map(found -> found.code()).orElse("");
    return new Subject(
        figure.measureId(),
        figure.category(),
        figure.divisionCode().orElse(reporter),
        figure.period().or(form::period));
  }

  private static boolean differs(Figure a, Figure b) {
    Interval left = Interval.of(a.value(), TEN);
    return !left.meets(Interval.of(b.value(), TEN));
  }

  private static final java.math.BigDecimal TEN = java.math.BigDecimal.TEN;

  private static Issue issue(Figure figure, CheckInput form, Stated other) {
    return Issue.of("FORMS_DISAGREE")
        .at(figure.sheet(), figure.cell())
        .about(figure.measureId())
        .sent(figure.value().verbatim())
        .expecting(other.figure().value().verbatim())
        .with("label", form.label(figure.measureId()))
        .with("other_form", other.form().title())
        .with(
            "other_place",
            CheckCatalogue.place(
                other.figure().sheet(), other.figure().cell(), xinglin.schemas.finding.Language.ZH))
        .with("other", other.figure().value().verbatim());
  }
}
