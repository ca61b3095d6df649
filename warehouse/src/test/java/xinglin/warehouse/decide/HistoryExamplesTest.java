package xinglin.warehouse.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.check.CheckDeclaration;
import xinglin.schemas.check.CheckExamples;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.engine.FormEngine;
import xinglin.schemas.engine.ReadingContext;
import xinglin.schemas.example.ExampleText;
import xinglin.schemas.reading.FileReading;
import xinglin.warehouse.decide.Nights.Sent;

/**
 * The examples of the checks that need history: what was sent before, then one that passes and one
 * that fails.
 */
class HistoryExamplesTest {
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());
  private static final FormEngine ENGINE = new FormEngine(DEFINITIONS);
  @TempDir Path folder;

  @Test
  void onePassesAndOneFails() throws SQLException {
    Set<String> declared =
        checks().stream()
            .map(CheckDeclaration::code)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), raised("pass", CheckExamples::pass), "the examples that pass");
    assertEquals(declared, raised("fail", CheckExamples::fail), "the examples that fail");
  }

  private static List<CheckDeclaration> checks() {
    return DEFINITIONS.checks().list().stream()
        .filter(
            check ->
                check.needs() == CheckDeclaration.Needs.HISTORY
                    && check.examples().filter(found -> !found.fail().twice()).isPresent())
        .toList();
  }

  /**
   * Codes of the checks that their own example raises. Their forms differ, so all examples share
   * the nights.
   */
  private Set<String> raised(String home, Function<CheckExamples, CheckExamples.Example> last)
      throws SQLException {
    int longest =
        checks().stream()
            .mapToInt(check -> check.examples().orElseThrow().before().size())
            .max()
            .orElse(0);
    Set<String> raised = new TreeSet<>();
    try (Nights nights = new Nights(folder.resolve(home))) {
      for (int night = 0; night < longest; night++) {
        nights.night(before(night));
      }
      Map<String, Sent> checked = new TreeMap<>();
      checks()
          .forEach(
              check ->
                  checked.put(
                      check.code(),
                      sent(check, last.apply(check.examples().orElseThrow()), longest)));
      nights.night(checked.values().toArray(Sent[]::new));
      Map<String, String> standing = nights.standing(checked.values().toArray(Sent[]::new));
      checked.forEach(
          (code, sent) -> {
            if (List.of(standing.getOrDefault(sent.name(), "").split(" ")).contains(code)) {
              raised.add(code);
            }
          });
    }
    return raised;
  }

  private static Sent[] before(int night) {
    return checks().stream()
        .filter(check -> night < check.examples().orElseThrow().before().size())
        .map(check -> sent(check, check.examples().orElseThrow().before().get(night), night))
        .toArray(Sent[]::new);
  }

  private static Sent sent(CheckDeclaration check, CheckExamples.Example example, int night) {
    String text =
        DEFINITIONS
            .files()
            .text("forms/" + check.examples().orElseThrow().form().orElseThrow() + ".example.txt");
    for (Map.Entry<String, String> change : example.replace().entrySet()) {
      text = text.replace(change.getKey(), change.getValue());
    }
    ReadingContext unsent = new ReadingContext(Optional.empty(), Optional.empty(), key -> key);
    FileReading reading = ENGINE.read(ExampleText.read(text, example.set()), unsent);
    return new Sent(
        check.code() + night,
        night + 1,
        Integer.toHexString(text.hashCode() ^ example.set().hashCode()),
        reading);
  }
}
