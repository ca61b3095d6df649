package xinglin.schemas.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.finding.Wording;
import xinglin.schemas.rule.Rule;
import xinglin.schemas.rule.RuleVersion;
import xinglin.schemas.rule.Rules;

/**
 * The checks over several cells that a form declares under {@code checks:}, and those that every
 * form gets. One line each:
 *
 * <pre>
 * - {check: TOTAL_MISMATCH}
 * - {check: PART_EXCEEDS_WHOLE, part: fine_cases, whole: penalised_units}
 * - {check: PART_EXCEEDS_WHOLE, part: court_judgments, whole: referred_cases, over: total}
 * - {check: UNIT_SUSPECT, amount: fine_amount, cases: fine_cases, limits: plausible-fine}
 * - {check: AMOUNT_WITHOUT_CASES, amount: fine_amount, cases: fine_cases}
 * - {check: FINE_OUTSIDE_LEGAL_BAND, amount: fine_amount, cases: fine_cases, gain: confiscated_amount, rules: [unlicensed-institution]}
 * - {check: DUPLICATE_LINE, thing: 场所, thing_en: site, ignore: [serial]}
 * - {check: DATE_IMPOSSIBLE, date: closed_on, not_before: received_on}
 * - {check: DATE_IMPOSSIBLE, date: visited_on, not_after: receipt}
 * - {check: ID_CHECK_DIGIT, column: id_number}
 * </pre>
 */
public final class FormChecks {
  /** Comparisons that a form may ask for, and that a check of one's own may be like. */
  static final List<String> KNOWN =
      List.of(
          "TOTAL_MISMATCH",
          "PART_EXCEEDS_WHOLE",
          "UNIT_SUSPECT",
          "AMOUNT_WITHOUT_CASES",
          "CASES_WITHOUT_AMOUNT",
          "FINE_OUTSIDE_LEGAL_BAND",
          "DUPLICATE_LINE",
          "DATE_IMPOSSIBLE",
          "ID_CHECK_DIGIT",
          "CREDIT_CODE_CHECK");

  private final List<FormCheck> checks;

  /** Codes of the comparisons that a form may ask for. */
  public static List<String> comparisons() {
    return KNOWN;
  }

  private FormChecks(List<FormCheck> checks) {
    this.checks = List.copyOf(checks);
  }

  /**
   * Reads the list, and what checks of one's own ask of this form; mistakes go to the problems of
   * the entries.
   *
   * @param names measures and register columns of the form, which the checks may name
   */
  public static FormChecks parse(
      String formId,
      List<Entry> entries,
      Set<String> names,
      Rules rules,
      CheckCatalogue catalogue) {
    Parser parser = new Parser(names, rules);
    List<FormCheck> checks = new ArrayList<>();
    checks.add(new StandingCheck());
    for (Entry entry : entries) {
      String code = entry.text("check");
      String kind = catalogue.find(code).flatMap(CheckDeclaration::like).orElse(code);
      parser.check(kind, entry).map(check -> renamed(check, kind, code)).ifPresent(checks::add);
      entry.done();
    }
    for (CheckDeclaration own : catalogue.list()) {
      for (Entry entry : own.on()) {
        if (entry.text("form").equals(formId)) {
          String kind = own.like().orElse(own.code());
          parser
              .check(kind, entry)
              .map(check -> renamed(check, kind, own.code()))
              .ifPresent(checks::add);
          entry.done();
        }
      }
    }
    if (checks.stream().noneMatch(LineCheck.class::isInstance)) {
      checks.add(LineCheck.USUAL);
    }
    return new FormChecks(checks);
  }

  /** The same comparison under another code, with that one's severity and sentences. */
  private static FormCheck renamed(FormCheck check, String kind, String code) {
    return kind.equals(code)
        ? check
        : input ->
            check.run(input).stream()
                .map(issue -> issue.code().equals(kind) ? issue.coded(code) : issue)
                .toList();
  }

  /** All issues of a form, each once. A fine in the wrong unit is not also called illegal. */
  public List<Issue> run(CheckInput input) {
    return run(input, issue -> true);
  }

  /** As {@link #run(CheckInput)}, but for issues that nobody asks for. */
  public List<Issue> run(CheckInput input, Predicate<Issue> asked) {
    Set<Issue> issues = new LinkedHashSet<>();
    checks.forEach(check -> issues.addAll(check.run(input)));
    issues.removeIf(asked.negate());
    Set<String> wrongUnit = new HashSet<>();
    issues.stream()
        .filter(issue -> issue.code().equals("UNIT_SUSPECT"))
        .forEach(issue -> wrongUnit.add(issue.sheet() + "!" + issue.cell()));
    issues.removeIf(
        issue ->
            issue.code().equals("FINE_OUTSIDE_LEGAL_BAND")
                && wrongUnit.contains(issue.sheet() + "!" + issue.cell()));
    return List.copyOf(issues);
  }

  /** Turns entries into checks. */
  private record Parser(Set<String> names, Rules rules) {

    Optional<FormCheck> check(String code, Entry entry) {
      return switch (code) {
        case "TOTAL_MISMATCH" ->
            tolerance(entry).map(limits -> new TotalCheck(list(entry, "measures"), limits));
        case "PART_EXCEEDS_WHOLE" -> {
          String part = name(entry, "part");
          String whole = name(entry, "whole");
          PartCheck.Over over = entry.choice("over", PartCheck.Over.class, PartCheck.Over.ROW);
          yield tolerance(entry).map(limits -> new PartCheck(part, whole, over, limits));
        }
        case "UNIT_SUSPECT" -> {
          String amount = name(entry, "amount");
          String cases = name(entry, "cases");
          Optional<String> beside = findName(entry, "beside");
          yield latest(entry, "limits", entry.text("limits"))
              .map(limits -> new UnitCheck(amount, cases, beside, limits));
        }
        case "AMOUNT_WITHOUT_CASES" ->
            Optional.of(
                new CaseAmountCheck(code, name(entry, "amount"), name(entry, "cases"), "cases"));
        case "CASES_WITHOUT_AMOUNT" ->
            Optional.of(
                new CaseAmountCheck(code, name(entry, "cases"), name(entry, "amount"), "amount"));
        case "FINE_OUTSIDE_LEGAL_BAND" ->
            Optional.of(
                new LegalBandCheck(
                    name(entry, "amount"),
                    name(entry, "cases"),
                    findName(entry, "gain"),
                    laws(entry)));
        case "DUPLICATE_LINE" ->
            Optional.of(
                new LineCheck(
                    new Wording(entry.text("thing"), entry.text("thing_en")),
                    list(entry, "ignore")));
        case "DATE_IMPOSSIBLE" -> Optional.of(date(entry));
        case "ID_CHECK_DIGIT", "CREDIT_CODE_CHECK" ->
            Optional.of(
                new ColumnCodeCheck(ColumnCodeCheck.Kind.valueOf(code), name(entry, "column")));
        default -> {
          entry.problem(
              "check",
              Mistake.of("check \"{0}\" cannot be declared by a form", code).near(code, KNOWN));
          yield Optional.empty();
        }
      };
    }

    private FormCheck date(Entry entry) {
      String column = name(entry, "date");
      Optional<String> notBefore = findName(entry, "not_before");
      Optional<String> notAfter = entry.findText("not_after");
      if (notBefore.isPresent() == notAfter.isPresent()
          || notAfter.filter(text -> !text.equals("receipt")).isPresent()) {
        entry.problem(
            Mistake.of("needs either not_before with a column, or \"not_after: receipt\""));
      }
      return new DateCheck(column, notBefore);
    }

    private String name(Entry entry, String key) {
      return known(entry, key, entry.text(key));
    }

    private Optional<String> findName(Entry entry, String key) {
      return entry.findText(key).map(text -> known(entry, key, text));
    }

    private Set<String> list(Entry entry, String key) {
      return entry.texts(key).stream()
          .map(text -> known(entry, key, text))
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private String known(Entry entry, String key, String text) {
      if (!text.isEmpty() && !names.contains(text)) {
        entry.problem(
            key,
            Mistake.of("\"{0}\" is no measure or column of this form", text).near(text, names));
      }
      return text;
    }

    private List<Rule> laws(Entry entry) {
      if (entry.texts("rules").isEmpty()) {
        entry.problem(Mistake.of("\"{0}\" is missing", "rules"));
      }
      return entry.texts("rules").stream()
          .flatMap(id -> rule(entry, "rules", id).stream())
          .toList();
    }

    private Optional<RuleVersion> tolerance(Entry entry) {
      return latest(entry, "check", "plausible-figures");
    }

    private Optional<RuleVersion> latest(Entry entry, String key, String id) {
      return rule(entry, key, id).flatMap(rule -> rule.on(LocalDate.MAX));
    }

    private Optional<Rule> rule(Entry entry, String key, String id) {
      Optional<Rule> rule = rules.find(id);
      if (rule.isEmpty()) {
        List<String> ids = rules.list().stream().map(Rule::id).toList();
        entry.problem(key, Mistake.of("there is no rule \"{0}\"", id).near(id, ids));
      }
      return rule;
    }
  }
}
