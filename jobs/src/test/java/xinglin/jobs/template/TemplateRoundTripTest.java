package xinglin.jobs.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.open.FileOpener;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.OpenedDocument;
import xinglin.schemas.blank.BlankForm;
import xinglin.schemas.blank.BlankForms;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.engine.FormEngine;
import xinglin.schemas.engine.ReadingContext;
import xinglin.schemas.form.FormDefinition;

/**
 * A template filled in at random and read back gives what was filled in: every figure, register
 * value, state, reporter, period and signature, for every form, through the bytes of real files.
 *
 * <p>{@code -Dxinglin.fillings=1000} sets how many of each form and format, {@code -Dxinglin.seed}
 * where they start; a failure names the seed of its filling.
 */
final class TemplateRoundTripTest {
  private static final int FILLINGS = Integer.getInteger("xinglin.fillings", 100);
  private static final long SEED = Long.getLong("xinglin.seed", 20_240_807L);
  private static final int TEMPLATES = 4;
  private static final int SHOWN = 12;
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());
  private static final FormEngine ENGINE = new FormEngine(DEFINITIONS);

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> everyForm() {
    return DEFINITIONS.forms().list().stream()
        .flatMap(
            form ->
                Stream.of(true, false)
                    .filter(workbook -> !workbook || !blank(form, Optional.empty()).isLetter())
                    .map(
                        workbook ->
                            DynamicTest.dynamicTest(
                                form.formId() + (workbook ? ".xlsx" : ".docx"),
                                () -> roundTrips(form, workbook))));
  }

  private static BlankForm blank(FormDefinition form, Optional<Division> reporter) {
    return BlankForms.of(form, DEFINITIONS.vocabulary(), reporter);
  }

  /** For nobody in particular, and for some of those who report. */
  private static List<BlankForm> blanks(FormDefinition form) {
    List<BlankForm> blanks = new ArrayList<>();
    if (form.campaigns().size() == 1) {
      blanks.add(blank(form, Optional.empty()));
    }
    for (String campaign : form.campaigns()) {
      form
          .reporterLevel()
          .map(
              level ->
                  DEFINITIONS
                      .divisions()
                      .within(DEFINITIONS.campaigns().get(campaign).scope(), level))
          .orElse(List.of())
          .stream()
          .limit(TEMPLATES - 1)
          .forEach(division -> blanks.add(blank(form, Optional.of(division))));
    }
    return blanks;
  }

  private void roundTrips(FormDefinition definition, boolean workbook) throws IOException {
    List<BlankForm> blanks = blanks(definition);
    List<FilledFiles> templates = new ArrayList<>();
    List<List<Place>> places = new ArrayList<>();
    for (BlankForm form : blanks) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      if (workbook) {
        WorkbookTemplate.write(form, bytes);
      } else {
        WordTemplate.write(form, bytes);
      }
      templates.add(new FilledFiles(form, bytes.toByteArray()));
      places.add(Place.of(form));
    }
    Path file = folder.resolve("filled");
    for (int number = 0; number < FILLINGS; number++) {
      long seed = SEED + number;
      int which = number % blanks.size();
      BlankForm form = blanks.get(which);
      Map<Place, Filled> filled = new Fillings(form, new Random(seed)).fill(places.get(which));
      Files.write(
          file,
          workbook
              ? templates.get(which).workbook(places.get(which), filled)
              : templates.get(which).word(places.get(which), filled));
      List<String> differences = compare(definition, form, filled, file, workbook);
      assertEquals(
          List.of(),
          differences.stream().limit(SHOWN).toList(),
          () -> form.mark() + " " + form.reporterName() + ", -Dxinglin.seed=" + seed);
    }
  }

  private static List<String> compare(
      FormDefinition definition,
      BlankForm form,
      Map<Place, Filled> filled,
      Path file,
      boolean workbook)
      throws IOException {
    if (FileOpener.open(file, Limits.standard()) instanceof OpenedDocument opened) {
      List<String> differences =
          new ArrayList<>(
              new ReadBack(DEFINITIONS, definition, form)
                  .compare(
                      filled, ENGINE.read(opened.document(), ReadingContext.unsent()), workbook));
      if (!opened.document().mark().equals(Optional.of(form.mark()))) {
        differences.add("mark: " + opened.document().mark());
      }
      return differences;
    }
    return List.of("the file was not opened");
  }
}
