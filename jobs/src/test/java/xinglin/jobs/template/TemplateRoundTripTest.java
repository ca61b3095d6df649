package xinglin.jobs.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.blank.BlankForm;
import xinglin.schemas.sheet.Document;

/**
 * A template filled in at random and read back gives what was filled in: every figure, register
 * value, state, reporter, period and signature, for every form, through the bytes of real files.
 *
 * <p>{@code XINGLIN_FILLINGS=1000} in the environment sets how many of each built-in form, shared
 * by its formats, {@code -Dxinglin.seed} where they start; a failure names the seed of its filling.
 */
final class TemplateRoundTripTest {
  private static final int FEW = 120;
  private static final int FILLINGS =
      Integer.parseInt(System.getenv().getOrDefault("XINGLIN_FILLINGS", Integer.toString(FEW)));
  private static final long SEED = Long.getLong("xinglin.seed", 20_240_807L);
  private static final int TEMPLATES = 4;
  private static final int SHOWN = 12;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> everyForm() {
    return tests(Forms.builtIn(), FILLINGS);
  }

  @TestFactory
  Stream<DynamicTest> everyFormOfTheExamples() throws IOException {
    return tests(Forms.examples(), FEW);
  }

  private Stream<DynamicTest> tests(List<Forms> forms, int fillings) {
    return forms.stream()
        .flatMap(
            form ->
                Stream.of(true, false)
                    .filter(workbook -> !workbook || !form.blanks(1).get(0).isLetter())
                    .map(
                        workbook ->
                            DynamicTest.dynamicTest(
                                form.name() + (workbook ? " .xlsx" : " .docx"),
                                () -> roundTrips(form, workbook, fillings))));
  }

  private void roundTrips(Forms form, boolean workbook, int fillings) throws IOException {
    List<BlankForm> blanks = form.blanks(TEMPLATES);
    List<FilledFiles> templates = new ArrayList<>();
    List<List<Place>> places = new ArrayList<>();
    for (BlankForm blank : blanks) {
      templates.add(new FilledFiles(blank, Forms.bytes(blank, workbook)));
      places.add(Place.of(blank));
    }
    IntStream.range(0, blanks.get(0).isLetter() ? fillings : fillings / 2)
        .parallel()
        .forEach(
            number -> {
              int which = number % blanks.size();
              roundTrip(
                  form,
                  blanks.get(which),
                  templates.get(which),
                  places.get(which),
                  workbook,
                  SEED + number);
            });
  }

  private void roundTrip(
      Forms form,
      BlankForm blank,
      FilledFiles template,
      List<Place> places,
      boolean workbook,
      long seed) {
    Map<Place, Filled> filled = new Fillings(blank, new Random(seed)).fill(places);
    Path file = folder.resolve(seed + (workbook ? ".xlsx" : ".docx"));
    try {
      Files.write(
          file, workbook ? template.workbook(places, filled) : template.word(places, filled));
      Document document = Forms.open(file);
      List<String> differences =
          new ReadBack(form, blank).compare(filled, form.read(document), workbook);
      assertEquals(
          List.of(),
          differences.stream().limit(SHOWN).toList(),
          () -> blank.mark() + " " + blank.reporterName() + ", -Dxinglin.seed=" + seed);
      assertEquals(Optional.of(blank.mark()), document.mark());
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
