package xinglin.schemas.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.value.Period;

/**
 * What several forms of one file say together. FORMS_DISAGREE: the same figure of the same reporter
 * and period; TWO_VERSIONS: two forms that differ and of which one would replace the other. Neither
 * needs a declaration.
 */
public final class FileChecks {
  private FileChecks() {}

  /** What a figure is about, whichever form states it. */
  private record Subject(
      String measure, String category, String division, Optional<Period> period) {}

  private record Stated(Figure figure, CheckInput form) {}

  /**
   * @param forms in reading order
   * @param slots of the forms: what they would replace one another in; empty for none
   * @return issues by the form they belong to, as many lists as forms: a disagreement belongs to
   *     the later of two forms, two versions to both
   */
  public static List<List<Issue>> run(List<CheckInput> forms, List<Optional<Object>> slots) {
    List<List<Issue>> issues = new ArrayList<>();
    List<List<Issue>> figures = figures(forms);
    for (int at = 0; at < forms.size(); at++) {
      List<Issue> own = new ArrayList<>(figures.get(at));
      CheckInput form = forms.get(at);
      other(at, forms, slots).map(other -> versions(form, forms.get(other))).ifPresent(own::add);
      issues.add(List.copyOf(own));
    }
    return issues;
  }

  /** Another form of the same slot that says something else. */
  private static Optional<Integer> other(
      int at, List<CheckInput> forms, List<Optional<Object>> slots) {
    return IntStream.range(0, forms.size())
        .filter(other -> other != at && slots.get(at).isPresent())
        .filter(other -> slots.get(other).equals(slots.get(at)))
        .filter(other -> !said(forms.get(other)).equals(said(forms.get(at))))
        .boxed()
        .findFirst();
  }

  /** All that a form says, wherever on a sheet it stands. */
  private static List<Object> said(CheckInput form) {
    return List.of(
        form.figures().stream()
            .map(figure -> List.of(subject(figure, form), figure.role(), figure.value()))
            .toList(),
        form.lines().stream().map(line -> List.of(line.key(), line.values())).toList());
  }

  private static Issue versions(CheckInput form, CheckInput other) {
    return Issue.of("TWO_VERSIONS")
        .at(form.sheet(), place(form))
        .with("form", form.title().zh())
        .with("form_en", form.title().en())
        .with(
            "other_place",
            CheckCatalogue.place(other.sheet(), place(other), xinglin.schemas.finding.Language.ZH));
  }

  /** First cell of what the form says. */
  private static String place(CheckInput form) {
    return form.figures().stream()
        .map(Figure::cell)
        .findFirst()
        .or(() -> form.lines().stream().map(line -> line.cell()).findFirst())
        .orElse("");
  }

  private static List<List<Issue>> figures(List<CheckInput> forms) {
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
        .with("other_form", other.form().title().zh())
        .with("other_form_en", other.form().title().en())
        .with(
            "other_place",
            CheckCatalogue.place(
                other.figure().sheet(), other.figure().cell(), xinglin.schemas.finding.Language.ZH))
        .with("other", other.figure().value().verbatim());
  }
}
