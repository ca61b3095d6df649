package xinglin.warehouse.publish;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.codelist.Measures;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.indicator.IndicatorDefinition;
import xinglin.warehouse.sql.SqlModel;

/**
 * What the statement of an indicator takes has to be what its definition says: measures and their
 * counting units, forms, level of reporters. A statement names them in quotes, so that is what is
 * looked at; nothing is run.
 *
 * @param known files of forms
 * @param shown path of the statement as its author knows it
 */
record StatementUse(
    IndicatorDefinition indicator,
    SqlModel model,
    Measures measures,
    Set<String> known,
    String shown) {
  private static final Pattern QUOTED = Pattern.compile("'([^'\n]*)'");
  private static final Pattern FIGURES = Pattern.compile("\\bmeasure_(sum|rows|latest)\\s*\\(");

  /** A word in quotes and the line it stands on. */
  private record Word(String text, int line) {}

  /** Reports every mistake with the file and line of the statement. */
  static void check(
      IndicatorDefinition indicator,
      SqlModel model,
      Measures measures,
      DefinitionFiles files,
      Problems problems) {
    String shown =
        files.find(model.path()).isPresent() ? files.path(model.path()).shown() : model.path();
    Set<String> known = Set.copyOf(files.list("forms", ".yaml"));
    new StatementUse(indicator, model, measures, known, shown).check(problems);
  }

  private void check(Problems problems) {
    List<Word> words = words();
    Set<Measure> added = new LinkedHashSet<>();
    Set<String> forms = new TreeSet<>();
    int last = 0;
    for (Word word : words) {
      Optional<Measure> measure = measures.find(word.text());
      if (measure.isPresent() && added.add(measure.get())) {
        last = word.line();
      }
      measure.flatMap(this::wrongMeasure).ifPresent(it -> problems.add(shown, word.line(), it));
      if (known.contains("forms/" + word.text() + ".yaml")) {
        forms.add(word.text());
        if (!indicator.forms().contains(word.text())) {
          problems.add(
              shown,
              word.line(),
              Mistake.of("takes form {0}, which the definition does not name", word.text()));
        }
      }
      if (isLevel(word.text()) && !word.text().equals(indicator.reporterLevel())) {
        problems.add(
            shown,
            word.line(),
            Mistake.of(
                "takes reports of level {0}, the definition says {1}",
                word.text(), indicator.reporterLevel()));
      }
    }
    if (FIGURES.matcher(code()).find()) {
      indicator.forms().stream()
          .filter(form -> !forms.contains(form))
          .forEach(
              form ->
                  problems.add(
                      shown,
                      0,
                      Mistake.of("does not take form {0}, which the definition names", form)));
    }
    if (!indicator.measure().isEmpty()
        && !indicator.forms().isEmpty()
        && added.stream().noneMatch(measure -> measure.id().equals(indicator.measure()))) {
      problems.add(
          shown,
          0,
          Mistake.of("does not add {0}, which the definition names", indicator.measure()));
    }
    if (indicator.unit().equals("%")) {
      int line = last;
      rate(added).ifPresent(mistake -> problems.add(shown, line, mistake));
    }
  }

  /** Of one measure: another than the definition's, or added up in another unit. */
  private Optional<Mistake> wrongMeasure(Measure measure) {
    if (!indicator.measure().isEmpty() && !indicator.measure().equals(measure.id())) {
      return Optional.of(
          Mistake.of("adds {0}, the definition says {1}", measure.id(), indicator.measure()));
    }
    String unit = measure.unit().name();
    return indicator.denominator().isEmpty() && !unit.equals(indicator.unit())
        ? Optional.of(
            Mistake.of(
                "{0} is counted in {1}, the indicator in {2}",
                measure.id(), unit, indicator.unit()))
        : Optional.empty();
  }

  /** Seven cases over eleven persons are no rate. */
  private static Optional<Mistake> rate(Set<Measure> added) {
    List<String> told = new ArrayList<>();
    Set<String> units = new TreeSet<>();
    for (Measure measure : added) {
      units.add(measure.unit().name());
      told.add(measure.id() + " " + measure.unit().name());
    }
    return units.size() > 1
        ? Optional.of(Mistake.of("different units make no rate: {0}", String.join("、", told)))
        : Optional.empty();
  }

  private static boolean isLevel(String text) {
    for (Division.Level level : Division.Level.values()) {
      if (level.code().equals(text)) {
        return true;
      }
    }
    return false;
  }

  private List<Word> words() {
    List<Word> words = new ArrayList<>();
    String[] lines = code().split("\n", -1);
    for (int at = 0; at < lines.length; at++) {
      Matcher quoted = QUOTED.matcher(lines[at]);
      while (quoted.find()) {
        words.add(new Word(quoted.group(1), at + 1));
      }
    }
    return words;
  }

  /** Without what is said about it; lines stay where they are. */
  private String code() {
    return model.text().replaceAll("--[^\n]*", "");
  }
}
