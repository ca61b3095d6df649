package xinglin.warehouse.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.check.CheckDeclaration;
import xinglin.schemas.check.CheckExamples;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.engine.FormEngine;
import xinglin.schemas.engine.ReadingContext;
import xinglin.schemas.example.ExampleText;
import xinglin.schemas.reading.FileReading;
import xinglin.warehouse.decide.Nights.Sent;

/** The examples of the checks that need history: what was sent before, then one that passes and one that fails. */
class HistoryExamplesTest {
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());
  private static final FormEngine ENGINE = new FormEngine(DEFINITIONS);
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> onePassesAndOneFails() {
    return DEFINITIONS.checks().list().stream()
        .filter(check -> check.needs() == CheckDeclaration.Needs.HISTORY && check.examples().isPresent())
        .map(check -> DynamicTest.dynamicTest(check.code(), () -> runBoth(check)));
  }

  private void runBoth(CheckDeclaration check) throws SQLException {
    CheckExamples examples = check.examples().orElseThrow();
    assertEquals(false, raised(check, examples, examples.pass(), "pass"), "the example that passes");
    assertEquals(true, raised(check, examples, examples.fail(), "fail"), "the example that fails");
  }

  private boolean raised(CheckDeclaration check, CheckExamples examples, CheckExamples.Example last, String name)
      throws SQLException {
    try (Nights nights = new Nights(folder.resolve(check.code() + "-" + name))) {
      int day = 1;
      for (CheckExamples.Example before : examples.before()) {
        nights.night(sent(examples, before, day++));
      }
      Sent checked = sent(examples, last, day);
      nights.night(checked);
      return Stream.of(nights.standing(checked).getOrDefault(checked.name(), "").split(" ")).anyMatch(check.code()::equals);
    }
  }

  private static Sent sent(CheckExamples examples, CheckExamples.Example example, int day) {
    String text = DEFINITIONS.files().text("forms/" + examples.form().orElseThrow() + ".example.txt");
    for (Map.Entry<String, String> change : example.replace().entrySet()) {
      text = text.replace(change.getKey(), change.getValue());
    }
    ReadingContext unsent = new ReadingContext(Optional.empty(), Optional.empty(), key -> key);
    FileReading reading = ENGINE.read(ExampleText.read(text, example.set()), unsent);
    return new Sent("file" + day, day, Integer.toHexString(text.hashCode() ^ example.set().hashCode()), reading);
  }
}
