package xinglin.schemas.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import xinglin.schemas.check.Regenerated;
import xinglin.schemas.example.ExampleText;
import xinglin.schemas.example.Expected;
import xinglin.schemas.example.ReadLines;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.reading.FileReading;

/**
 * Each form has an example, and its example is recognised and accepted, and gives the figures
 * written down in {@code forms/<form>.examples/example.expected.csv}.
 */
class FormExamplesTest {
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());
  private static final FormEngine ENGINE = new FormEngine(DEFINITIONS);

  @TestFactory
  Stream<DynamicTest> everyFormReadsItsExample() {
    return DEFINITIONS.forms().list().stream()
        .map(form -> DynamicTest.dynamicTest(form.formId(), () -> readsItsExample(form)));
  }

  private static void readsItsExample(FormDefinition form) throws IOException {
    String base = form.file().replaceFirst("\\.yaml$", "");
    String path = base + ".example.txt";
    assertTrue(DEFINITIONS.files().find(path).isPresent(), () -> path + " is missing");
    FileReading reading =
        ENGINE.read(ExampleText.read(DEFINITIONS.files().text(path), Map.of()), context());
    assertEquals(
        List.of(form.formId()),
        reading.forms().stream().map(read -> read.formId()).toList(),
        reading::toString);
    assertEquals(
        List.of(),
        reading.forms().get(0).findings().stream()
            .map(finding -> finding.code() + " " + finding.message())
            .toList());
    assertTrue(reading.forms().get(0).reporter().isPresent(), "reporter");
    assertTrue(reading.forms().get(0).period().isPresent(), "period");
    assertTrue(
        !reading.forms().get(0).figures().isEmpty() || !reading.forms().get(0).lines().isEmpty(),
        "nothing read");
    Regenerated.check(
        Path.of(base + ".examples/example.expected.csv"),
        Expected.write(ReadLines.of(reading.forms())));
  }

  private static ReadingContext context() {
    return ReadingContext.unsent();
  }
}
