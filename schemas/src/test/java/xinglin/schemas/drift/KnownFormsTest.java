package xinglin.schemas.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.example.ExampleText;
import xinglin.schemas.form.FormDefinition;

/** A form that did not change is found, and nothing is said of it. */
final class KnownFormsTest {
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());
  private static final DriftFinder FINDER = new DriftFinder(DEFINITIONS);

  @TestFactory
  Stream<DynamicTest> noFormDiffersFromItsOwnExample() {
    return DEFINITIONS.forms().list().stream()
        .map(form -> DynamicTest.dynamicTest(form.formId(), () -> noDifference(form)));
  }

  private static void noDifference(FormDefinition form) {
    String example = form.file().replace(".yaml", ".example.txt");
    DriftResult result =
        FINDER.find(
            ExampleText.read(DEFINITIONS.files().text(example), Map.of()), Optional.empty());
    assertEquals(DriftResult.Outcome.COMPARED, result.outcome(), result::toString);
    Drift drift = result.drift().orElseThrow();
    assertEquals(
        form.formId() + " " + form.edition(), drift.form().formId() + " " + drift.form().edition());
    assertEquals(
        List.of(),
        drift.changes().stream()
            .map(
                change ->
                    change.kind()
                        + " "
                        + change.cell()
                        + " "
                        + change.old()
                        + " -> "
                        + change.now())
            .toList());
  }
}
