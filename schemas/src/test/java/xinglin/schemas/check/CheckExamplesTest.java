package xinglin.schemas.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.engine.FormEngine;
import xinglin.schemas.engine.ReadingContext;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.value.Value;

/** The examples that the checks declare: one passes, one fails, both through the whole engine. */
class CheckExamplesTest {
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());
  private static final FormEngine ENGINE = new FormEngine(DEFINITIONS);

  /** Raised outside of this module, or by nothing that an example could hold. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "ATTACHMENT_DAMAGED",
          "AUTOMATIC_MESSAGE",
          "CHECKS_NOT_RUN",
          "CLOUD_ATTACHMENT",
          "EMPTY_ARCHIVE",
          "INTERNAL_ERROR",
          "NO_ATTACHMENT",
          "OUTLIER",
          "OVER_LIMIT",
          "PERIOD_UNKNOWN");

  @Test
  void everyCheckHasItsExamples() {
    List<String> without =
        DEFINITIONS.checks().list().stream()
            .filter(check -> check.examples().isEmpty())
            .filter(check -> check.needs() != CheckDeclaration.Needs.PACKAGE)
            .map(CheckDeclaration::code)
            .filter(code -> !ELSEWHERE.contains(code))
            .toList();
    assertEquals(List.of(), without);
  }

  @TestFactory
  Stream<DynamicTest> onePassesAndOneFails() {
    return DEFINITIONS.checks().list().stream()
        .filter(check -> check.needs() != CheckDeclaration.Needs.HISTORY || inOneFile(check))
        .filter(check -> check.needs() != CheckDeclaration.Needs.RECORDS)
        .filter(
            check -> check.examples().filter(found -> found.fail().file().isEmpty()).isPresent())
        .map(check -> DynamicTest.dynamicTest(check.code(), () -> runBoth(check)));
  }

  /** What is compared with forms sent before, and with those of the same file. */
  private static boolean inOneFile(CheckDeclaration check) {
    return check.examples().filter(found -> found.fail().twice()).isPresent();
  }

  private static void runBoth(CheckDeclaration check) {
    CheckExamples examples = check.examples().orElseThrow();
    List<Finding> passing = findings(check, examples, examples.pass());
    assertTrue(
        passing.stream().noneMatch(finding -> finding.code().equals(check.code())),
        () -> "the example that passes fails: " + passing);
    List<Finding> failing = findings(check, examples, examples.fail());
    assertTrue(
        failing.stream()
            .filter(finding -> finding.code().equals(check.code()))
            .anyMatch(finding -> examples.fail().at().map(finding.cell()::equals).orElse(true)),
        () -> "the example that fails passes: " + failing);
    assertTrue(
        failing.stream()
            .filter(finding -> finding.code().equals(check.code()))
            .allMatch(finding -> finding.severity() == check.severity()));
  }

  private static List<Finding> findings(
      CheckDeclaration check, CheckExamples examples, CheckExamples.Example example) {
    if (example.value().isPresent()) {
      return ofValue(check, example.value().get());
    }
    String form = examples.form().orElseThrow();
    ReadingContext context =
        new ReadingContext(
            example.sender(), example.received().map(LocalDate::parse), text -> text);
    FileReading reading =
        ENGINE.read(
            ExampleDocument.of(DEFINITIONS.files().text("forms/" + form + ".example.txt"), example),
            context);
    List<Finding> findings = new ArrayList<>(reading.findings());
    reading.forms().forEach(read -> findings.addAll(read.findings()));
    return findings;
  }

  /** A check that no form declares yet runs on a register of one cell. */
  private static List<Finding> ofValue(CheckDeclaration check, String text) {
    FormChecks checks =
        FormChecksTest.parse("- {check: " + check.code() + ", column: number}", Set.of("number"));
    RegisterLine line =
        new RegisterLine(
            "register",
            "1",
            0,
            "Sheet1",
            "A2",
            Map.of("number", Value.ofText(text, text)),
            Map.of("number", "B2"));
    return checks
        .run(
            new CheckInput(
                "register",
                new xinglin.schemas.finding.Wording("登记表", "form"),
                "Sheet1",
                Optional.empty(),
                Optional.empty(),
                Map.of("number", "号码"),
                List.of(),
                List.of(line),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()))
        .stream()
        .map(DEFINITIONS.checks()::finding)
        .toList();
  }
}
