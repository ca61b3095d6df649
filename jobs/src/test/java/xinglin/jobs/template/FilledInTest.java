package xinglin.jobs.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.blank.BlankForm;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.Verdict;

/**
 * What the checks say of a template that was filled in with care, and of one that was not at all.
 */
final class FilledInTest {
  /** A register without lines, and a letter, have nothing that could be missed. */
  private static final Set<String> EMPTY_IS_SAID_OTHERWISE =
      Set.of("NOT_FILLED_IN", "REQUIRED_BLANK");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> filledInWithCareIsAccepted() {
    return each(
        (form, workbook) -> {
          BlankForm blank = form.blank(Optional.of(form.reporters().get(0)));
          List<Place> places = Place.of(blank);
          Map<Place, Filled> filled = new Plausible(blank, Plausible.day(form.form())).fill(places);
          FilledFiles files = new FilledFiles(blank, Forms.bytes(blank, workbook));
          FileReading read =
              read(form, workbook ? files.workbook(places, filled) : files.word(places, filled));
          assertEquals(
              List.of(),
              read.forms().stream()
                  .flatMap(one -> one.findings().stream())
                  .map(one -> one.code() + " " + one.cell() + " " + one.message())
                  .toList());
          assertEquals(Verdict.ACCEPTED, read.verdict());
        });
  }

  @TestFactory
  Stream<DynamicTest> notFilledInIsSaid() {
    return each(
        (form, workbook) -> {
          BlankForm blank = form.blank(Optional.of(form.reporters().get(0)));
          FileReading read = read(form, Forms.bytes(blank, workbook));
          assertEquals(1, read.forms().size());
          boolean register = blank.sheets().stream().anyMatch(sheet -> sheet.table().grows());
          if (!register) {
            assertEquals(Verdict.REJECTED, read.verdict());
            List<String> codes =
                read.forms().get(0).findings().stream().map(Finding::code).toList();
            assertTrue(
                codes.stream().anyMatch(EMPTY_IS_SAID_OTHERWISE::contains), codes.toString());
          }
        });
  }

  private FileReading read(Forms form, byte[] bytes) throws IOException {
    Path file = folder.resolve("form");
    Files.write(file, bytes);
    return form.read(Forms.open(file));
  }

  private static Stream<DynamicTest> each(Check check) {
    return Forms.builtIn().stream()
        .flatMap(
            form ->
                Stream.of(true, false)
                    .filter(workbook -> !workbook || !form.blanks(1).get(0).isLetter())
                    .map(
                        workbook ->
                            DynamicTest.dynamicTest(
                                form.name() + (workbook ? " .xlsx" : " .docx"),
                                () -> check.of(form, workbook))));
  }

  private interface Check {
    void of(Forms form, boolean workbook) throws IOException;
  }
}
