package xinglin.jobs.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;

/**
 * Holds the reading of a mutated file against the reading of the file as it was: nothing wrong,
 * nothing lost in silence.
 */
final class Judge {
  private final Subject subject;
  private final Mutation.Mutated mutated;
  private final FileReading after;
  private final List<Finding> fresh;

  Judge(Subject subject, Mutation.Mutated mutated, FileReading after) {
    this.subject = subject;
    this.mutated = mutated;
    this.after = after;
    this.fresh = fresh(findings(subject.reading()), findings(after));
  }

  Outcome outcome() {
    List<Fact> expected = expectedFacts();
    List<Fact> got =
        after.forms().stream()
            .filter(form -> form.formId().equals(subject.formId()))
            .flatMap(form -> Fact.of(form).stream())
            .toList();
    // Sentences of a kept document may be read; it is complete without.
    boolean free = Bench.DEFINITIONS.forms().get(subject.formId()).kinds().isEmpty();
    List<Fact> lost = free ? minus(expected, got) : List.of();
    List<Fact> invented = minus(got, expected);
    boolean same = lost.isEmpty() && invented.isEmpty() && sameHeads();
    boolean counts = after.forms().stream().anyMatch(form -> form.verdict().counts());
    Outcome.Kind kind =
        !counts || isWorse()
            ? Outcome.Kind.REFUSED
            : same ? Outcome.Kind.READ : Outcome.Kind.WARNED;
    return new Outcome(kind, codes(), wrong(kind, same, lost, invented));
  }

  private String wrong(Outcome.Kind kind, boolean same, List<Fact> lost, List<Fact> invented) {
    Expected expected = mutated.expected();
    boolean named =
        fresh.stream()
            .anyMatch(finding -> expected.codes().contains(finding.code()) && isAtPlace(finding));
    boolean strangers =
        !expected.others()
            && after.forms().stream().anyMatch(f -> !f.formId().equals(subject.formId()));
    if (strangers) {
      return "another form was found";
    }
    if (expected.tell() == Expected.Tell.TELL && !named) {
      return "nothing of " + expected.codes() + " is said at " + place();
    }
    if (kind == Outcome.Kind.READ) {
      return noise();
    }
    if (expected.tell() == Expected.Tell.READ) {
      return "must be read right; lost " + few(lost) + ", invented " + few(invented) + heads();
    }
    if (!named && !(same && kind == Outcome.Kind.REFUSED && expected.codes().isEmpty())) {
      return "the reason is not said ("
          + expected.codes()
          + " at "
          + place()
          + "); lost "
          + few(lost)
          + ", invented "
          + few(invented)
          + heads();
    }
    return kind == Outcome.Kind.WARNED ? silent(lost, invented) : "";
  }

  /** Warnings that nobody expects of a form that reads right. */
  private String noise() {
    List<String> noise =
        codes().stream().filter(code -> !mutated.expected().codes().contains(code)).toList();
    return noise.isEmpty() || mutated.expected().tell() != Expected.Tell.READ
        ? ""
        : "reads right, but says " + noise;
  }

  /** In what counts, nothing may be wrong, and what is lost must be named. */
  private String silent(List<Fact> lost, List<Fact> invented) {
    if (!invented.isEmpty()) {
      return "wrong figures count: " + few(invented) + " instead of " + few(lost);
    }
    List<Fact> unnamed = lost.stream().filter(fact -> !fact.isBlank() && !isNamed(fact)).toList();
    return unnamed.isEmpty() ? "" : "lost in silence: " + few(unnamed);
  }

  private boolean isNamed(Fact lost) {
    return fresh.stream()
        .anyMatch(
            finding ->
                finding.cell().isEmpty()
                    || (finding.sheet() + "!" + finding.cell()).equals(lost.place())
                    || sameRow(finding, lost.place())
                    || finding.code().equals("UNKNOWN_COLUMN")
                    || (finding.code().equals("CONTENT_NOT_READ")
                        && lost.place().startsWith(finding.sheet() + "!")));
  }

  private static boolean sameRow(Finding finding, String place) {
    return digits(finding.cell()).equals(digits(place.substring(place.indexOf('!') + 1)));
  }

  private static String digits(String cell) {
    return cell.replaceAll("\\D", "");
  }

  private boolean isAtPlace(Finding finding) {
    return mutated.expected().at().isEmpty()
        || place().equals(finding.sheet() + "!" + finding.cell());
  }

  private String place() {
    String at = mutated.expected().at();
    return at.isEmpty() ? "any place" : mutated.draft().address(at).orElse(at);
  }

  private List<Fact> expectedFacts() {
    List<Fact> facts = new ArrayList<>();
    for (String copy : mutated.expected().copies()) {
      for (FormReading form : subject.reading().forms()) {
        for (Fact fact : Fact.of(form)) {
          Optional<String> place = mutated.draft().address(copy + fact.place());
          place.ifPresent(now -> facts.add(fact.at(now)));
        }
      }
    }
    List<String> touched =
        mutated.expected().touched().stream()
            .map(origin -> mutated.draft().address(origin).orElse(origin))
            .toList();
    facts.removeIf(fact -> touched.contains(fact.place()));
    return facts;
  }

  private List<Fact> minus(List<Fact> one, List<Fact> other) {
    List<String> touched =
        mutated.expected().touched().stream()
            .map(origin -> mutated.draft().address(origin).orElse(origin))
            .toList();
    Map<Fact, Integer> counts = new HashMap<>();
    other.forEach(fact -> counts.merge(fact, 1, Integer::sum));
    List<Fact> rest = new ArrayList<>();
    for (Fact fact : one) {
      if (touched.contains(fact.place())) {
        continue;
      }
      int left = counts.merge(fact, -1, Integer::sum);
      if (left < 0) {
        rest.add(fact);
      }
    }
    return rest;
  }

  /** Reporter and period are part of every figure. */
  private boolean sameHeads() {
    return heads().isEmpty();
  }

  private String heads() {
    FormReading before = subject.form();
    List<FormReading> mine =
        after.forms().stream().filter(form -> form.formId().equals(subject.formId())).toList();
    if (mine.size() != mutated.expected().copies().size()) {
      return "; " + mine.size() + " forms";
    }
    for (FormReading form : mine) {
      List<String> names = mutated.expected().reporters();
      String reporter =
          names.isEmpty()
              ? before.reporter().map(known -> known.name()).orElse("")
              : names.get(mine.indexOf(form));
      if (!form.reporter().map(known -> known.name()).orElse("").equals(reporter)) {
        return "; reporter " + form.reporter();
      }
      if (!Objects.equals(form.period(), before.period())) {
        return "; period " + form.period();
      }
    }
    return "";
  }

  private boolean isWorse() {
    return after.forms().stream()
            .filter(form -> form.formId().equals(subject.formId()))
            .anyMatch(form -> !form.verdict().counts())
        || after.forms().stream().noneMatch(form -> form.formId().equals(subject.formId()));
  }

  private static List<Finding> findings(FileReading reading) {
    List<Finding> all = new ArrayList<>(reading.findings());
    reading.forms().forEach(form -> all.addAll(form.findings()));
    return all;
  }

  /** Findings beyond those of the file as it was, counted by code. */
  private static List<Finding> fresh(List<Finding> before, List<Finding> after) {
    Map<String, Long> known =
        before.stream().collect(Collectors.groupingBy(Finding::code, Collectors.counting()));
    Map<String, Long> now =
        after.stream().collect(Collectors.groupingBy(Finding::code, Collectors.counting()));
    return after.stream()
        .filter(f -> now.get(f.code()) > known.getOrDefault(f.code(), 0L))
        .toList();
  }

  private List<String> codes() {
    return fresh.stream()
        .sorted(
            java.util.Comparator.comparing(
                    (Finding finding) -> finding.severity() != Severity.ERROR)
                .thenComparing(Finding::code))
        .map(Finding::code)
        .distinct()
        .toList();
  }

  private static String few(List<Fact> facts) {
    return facts.size() + facts.stream().limit(3).map(Fact::toString).toList().toString();
  }
}
