package xinglin.schemas.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.finding.Language;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.reading.Verdict;

/**
 * All declared checks. The only place where an {@link Issue} gets its severity and its sentences.
 */
public final class CheckCatalogue {
  private static final int SENT_LENGTH = 40;
  private final SortedMap<String, CheckDeclaration> byCode;

  private CheckCatalogue(SortedMap<String, CheckDeclaration> byCode) {
    this.byCode = byCode;
  }

  /** Reads {@code checks/*.yaml}; mistakes go to problems. */
  public static CheckCatalogue load(DefinitionFiles files, Problems problems) {
    SortedMap<String, CheckDeclaration> byCode = new TreeMap<>();
    Map<String, Entry> entries = new HashMap<>();
    for (Entry entry : files.entries("checks", problems)) {
      CheckDeclaration check = CheckDeclaration.read(entry);
      entries.putIfAbsent(check.code(), entry);
      if (byCode.putIfAbsent(check.code(), check) != null) {
        entry.problem("code", Mistake.of("check {0} is declared twice", check.code()));
      }
    }
    CheckCatalogue catalogue = new CheckCatalogue(byCode);
    catalogue
        .list()
        .forEach(
            check ->
                check
                    .like()
                    .ifPresent(
                        like ->
                            catalogue.resemblance(
                                check, like, Objects.requireNonNull(entries.get(check.code())))));
    return catalogue;
  }

  /**
   * A check of one's own may be like one that compares figures, and say no more than that one
   * knows.
   */
  private void resemblance(CheckDeclaration check, String like, Entry entry) {
    if (!FormChecks.KNOWN.contains(like)) {
      entry.problem(
          "like", Mistake.of("a check cannot be like \"{0}\"", like).near(like, FormChecks.KNOWN));
      return;
    }
    if (check.on().isEmpty()) {
      entry.problem("like", Mistake.of("\"on\" must name the forms that the check looks at"));
    }
    check.arguments().keySet().stream()
        .filter(name -> !get(like).arguments().containsKey(name))
        .forEach(
            name ->
                entry.problem("arguments", Mistake.of("{0} has no argument \"{1}\"", like, name)));
  }

  /** Reports checks of one's own that look at a form which is not there. */
  public void requireForms(Set<String> formIds) {
    for (CheckDeclaration check : byCode.values()) {
      for (Entry entry : check.on()) {
        String form = entry.text("form");
        if (!formIds.contains(form)) {
          entry.problem("form", Mistake.of("there is no form \"{0}\"", form).near(form, formIds));
        }
      }
    }
  }

  /** In order of their codes. */
  public List<CheckDeclaration> list() {
    return List.copyOf(byCode.values());
  }

  public Optional<CheckDeclaration> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * Throws IllegalStateException for a code that is not declared: that is a mistake of ours, not of
   * the sender.
   */
  public CheckDeclaration get(String code) {
    return find(code)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Cannot find check: " + code + Problems.didYouMean(code, byCode.keySet())));
  }

  /**
   * Renders an issue in both languages; throws IllegalStateException if a placeholder has no
   * argument.
   */
  public Finding finding(Issue issue) {
    CheckDeclaration check = get(issue.code());
    return new Finding(
        check.code(),
        check.severity(),
        issue.sheet(),
        issue.cell(),
        issue.measureId(),
        render(check, issue, Language.ZH),
        render(check, issue, Language.EN),
        issue.verbatim(),
        issue.expected(),
        issue.arguments());
  }

  /**
   * Verdict by findings; those that only concern the delivery, such as a late one, do not count.
   */
  public Verdict verdict(Collection<Finding> findings) {
    Verdict verdict = Verdict.ACCEPTED;
    for (Finding finding : findings) {
      if (!get(finding.code()).decidesVerdict()) {
        continue;
      }
      if (finding.severity() == Severity.ERROR) {
        return Verdict.REJECTED;
      }
      if (finding.severity() == Severity.WARNING) {
        verdict = Verdict.ACCEPTED_WITH_WARNINGS;
      }
    }
    return verdict;
  }

  /**
   * Address as the sender sees it: {@code 附件1!C7}, {@code C7} in a CSV, the sheet alone, or "the
   * file".
   */
  public static String place(String sheet, String cell, Language language) {
    if (sheet.isEmpty() && cell.isEmpty()) {
      return language.wholeFile();
    }
    return sheet.isEmpty() || cell.isEmpty() ? sheet + cell : sheet + "!" + cell;
  }

  private static String render(CheckDeclaration check, Issue issue, Language language) {
    try {
      String message =
          MessageTemplate.of(check.message().in(language))
              .fill(name -> value(issue, name, language), name -> blank(issue, name, language));
      String action =
          MessageTemplate.of(check.action().in(language))
              .fill(name -> value(issue, name, language), name -> blank(issue, name, language));
      return message + (language == Language.EN ? " " : "") + action;
    } catch (IllegalStateException e) {
      throw new IllegalStateException("Cannot render " + check.code() + ": " + e.getMessage(), e);
    }
  }

  /**
   * What stands for an argument that was given and says nothing, such as a column without header.
   */
  private static String blank(Issue issue, String name, Language language) {
    if (!issue.arguments().containsKey(name)) {
      throw new IllegalStateException("there is no value for {" + name + "}");
    }
    return language.blank();
  }

  private static String value(Issue issue, String name, Language language) {
    Map<String, String> arguments = issue.arguments();
    return switch (name) {
      case "place" -> place(issue.sheet(), issue.cell(), language);
      case "sent" -> issue.verbatim().isBlank() ? language.blank() : shown(issue.verbatim());
      case "expected" -> issue.expected();
      default -> {
        String own = oneLine(arguments.getOrDefault(name, ""));
        yield language == Language.EN ? arguments.getOrDefault(name + "_en", own) : own;
      }
    };
  }

  /** Headers are broken into lines anywhere, also within words. */
  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", "");
  }

  /** One line, and not longer than a sentence bears. */
  private static String shown(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= SENT_LENGTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, SENT_LENGTH)) + "…";
  }
}
