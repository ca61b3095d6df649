package xinglin.jobs.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import xinglin.schemas.check.CheckCatalogue;
import xinglin.schemas.check.CheckExamples;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.finding.Issue;

/** The examples of the checks on whole files, which the checks declare by file name. */
class FileExamplesTest {

  @TestFactory
  Stream<DynamicTest> onePassesAndOneFails() {
    Problems problems = new Problems();
    CheckCatalogue catalogue =
        CheckCatalogue.load(DefinitionFiles.load(Optional.empty()), problems);
    problems.check();
    return catalogue.list().stream()
        .flatMap(
            check ->
                check.examples().stream()
                    .filter(examples -> examples.fail().file().isPresent())
                    .map(
                        examples ->
                            DynamicTest.dynamicTest(
                                check.code(), () -> runBoth(check.code(), examples))));
  }

  private static void runBoth(String code, CheckExamples examples) throws IOException {
    assertEquals(List.of(), codes(examples.pass()));
    assertEquals(List.of(code), codes(examples.fail()));
  }

  private static List<String> codes(CheckExamples.Example example) throws IOException {
    Opened opened = FileOpener.open(Samples.file(example.file().orElseThrow()), Limits.standard());
    List<Issue> issues =
        opened instanceof Refused refused
            ? refused.issues()
            : ((OpenedDocument) opened).document().issues();
    return issues.stream().map(Issue::code).toList();
  }
}
