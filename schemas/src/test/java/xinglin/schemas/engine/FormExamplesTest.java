package xinglin.schemas.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import xinglin.schemas.example.ExampleText;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.reading.FileReading;

/** Each form has an example, and its example is recognised and accepted. */
class FormExamplesTest {
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());
  private static final FormEngine ENGINE = new FormEngine(DEFINITIONS);

  @TestFactory
  Stream<DynamicTest> everyFormReadsItsExample() {
    return DEFINITIONS.forms().list().stream()
        .map(form -> DynamicTest.dynamicTest(form.formId(), () -> readsItsExample(form)));
  }

  private static void readsItsExample(FormDefinition form) {
    String path = "forms/" + form.formId() + ".example.txt";
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
  }

  private static ReadingContext context() {
    return new ReadingContext(Optional.empty(), Optional.empty(), text -> text);
  }
}
