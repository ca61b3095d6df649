package xinglin.schemas.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.finding.Severity;

/**
 * Writes the reference of all checks out of their declarations; fails when the page is out of date.
 */
class CheckReferenceTest {
  private static final String HEAD =
      """
      # Checks

      <!-- Generated from schemas/checks/*.yaml by CheckReferenceTest; -Dxinglin.regenerate=true writes it anew. -->

      Codes are public and stable. An **error** rejects a submission, a **warning** does not, an **info** only tells. Every finding says
      where, what and what to do, in Chinese and in English; the sentences below are examples. Each check has an example that passes and
      one that fails; both run as tests against the [example of the form](../../schemas/forms). A check of one's own is one more file in
      `schemas/checks/`, or in `config/checks/` of a home.

      | code | severity | looks at | meaning |
      |---|---|---|---|
      """;
  private final CheckCatalogue catalogue = Declared.catalogue();

  @Test
  void theReferenceSaysWhatTheDeclarationsSay() throws IOException {
    Map<String, List<Issue>> samples =
        MessagesTest.issues().stream()
            .collect(Collectors.groupingBy(Issue::code, TreeMap::new, Collectors.toList()));
    StringBuilder text = new StringBuilder(HEAD);
    for (CheckDeclaration check : catalogue.list()) {
      text.append(
          "| [%s](#%s) | %s | %s | %s · %s |%n"
              .formatted(
                  check.code(),
                  check.code().toLowerCase(Locale.ROOT),
                  check.severity().code(),
                  looksAt(check),
                  check.title().zh(),
                  check.title().en()));
    }
    for (CheckDeclaration check : catalogue.list()) {
      text.append(
          "%n## %s%n%n**%s** · %s. %s.%n"
              .formatted(check.code(), check.title().zh(), check.title().en(), severity(check)));
      for (Issue issue : samples.getOrDefault(check.code(), List.of())) {
        Finding finding = catalogue.finding(issue);
        text.append(
            "%n> %s<br>%n> %s%n"
                .formatted(escaped(finding.message()), escaped(finding.messageEn())));
      }
      check.examples().ifPresent(examples -> text.append(examples(examples)));
    }
    Regenerated.check(
        Path.of("../docs/reference/checks.md"), text.toString().replace("\r\n", "\n"));
  }

  private static String looksAt(CheckDeclaration check) {
    return switch (check.needs()) {
      case FILE -> "the file";
      case CAMPAIGN -> "the file and its campaign";
      case HISTORY -> "what was sent before";
      case PACKAGE -> "the package it came in";
      case RECORDS -> "rows of exchanged records";
    };
  }

  private static String severity(CheckDeclaration check) {
    String word =
        check.severity() == Severity.ERROR
            ? "Error: rejects"
            : check.severity() == Severity.WARNING ? "Warning" : "Info";
    return word
        + ", looks at "
        + looksAt(check)
        + (check.decidesVerdict() ? "" : ", leaves the verdict alone");
  }

  private static String examples(CheckExamples examples) {
    String form = examples.form().map(id -> "Example of `" + id + "`: passes ").orElse("Passes ");
    String before =
        examples.before().isEmpty()
            ? ""
            : " After it was sent "
                + examples.before().stream()
                    .map(CheckReferenceTest::said)
                    .collect(Collectors.joining(", then "))
                + ".";
    return "%n%s%s; fails %s.%s%n"
        .formatted(form, said(examples.pass()), said(examples.fail()), before);
  }

  private static String said(CheckExamples.Example example) {
    StringBuilder text = new StringBuilder();
    example.value().ifPresent(value -> text.append(", for `").append(value).append('`'));
    example.file().ifPresent(file -> text.append(", for `").append(file).append('`'));
    String cells =
        new TreeMap<>(example.set())
            .entrySet().stream()
                .map(
                    cell ->
                        cell.getKey()
                            + (cell.getValue().isEmpty()
                                ? " blank"
                                : " = `" + cell.getValue() + "`"))
                .collect(Collectors.joining(", "));
    text.append(cells.isEmpty() ? "" : ", with " + cells);
    new TreeMap<>(example.replace())
        .forEach(
            (from, to) ->
                text.append(", with `")
                    .append(plain(from))
                    .append("` → `")
                    .append(plain(to))
                    .append('`'));
    new TreeMap<>(example.recomputed())
        .forEach(
            (cell, value) ->
                text.append(", where the formula in ")
                    .append(cell)
                    .append(" gives `")
                    .append(value)
                    .append('`'));
    example.hidden().forEach(row -> text.append(", with row ").append(row).append(" hidden"));
    text.append(example.macros() ? ", with macros" : "")
        .append(example.twice() ? ", twice in one file" : "");
    example.received().ifPresent(day -> text.append(", received on ").append(day));
    example.sender().ifPresent(code -> text.append(", sent by ").append(code));
    return text.isEmpty() ? "as it is" : text.substring(2);
  }

  private static String plain(String text) {
    return text.replace("\n", " ⏎ ").replace("\\n", "⏎");
  }

  private static String escaped(String text) {
    return text.replace("*", "\\*").replace("<", "&lt;").replace("|", "\\|");
  }
}
