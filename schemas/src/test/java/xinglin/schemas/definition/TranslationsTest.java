package xinglin.schemas.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence about a mistake that the code raises has a Chinese one, and no other is kept. */
class TranslationsTest {
  private static final Pattern RAISED =
      Pattern.compile("Mistake\\s*\\.of\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

  @Test
  void everySentenceHasAChineseOne() throws IOException {
    assertEquals(
        raised("schemas", "warehouse", "jobs", "routes", "app"),
        new TreeSet<>(Translations.ofMistakes().all().keySet()),
        "mistakes.zh.yaml");
  }

  /** Else whoever reads a mistake is shown a warning about our file, too. */
  @Test
  void noSentenceStandsTwice() throws IOException {
    Set<String> seen = new TreeSet<>();
    List<String> twice =
        Files.readAllLines(Path.of("authoring/mistakes.zh.yaml")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.substring(0, Math.max(line.indexOf("\": "), line.indexOf(": "))))
            .filter(sentence -> !seen.add(sentence))
            .toList();
    assertEquals(List.of(), twice);
  }

  @Test
  void bothSayTheSameValues() {
    Translations.ofMistakes()
        .all()
        .forEach((english, chinese) -> assertEquals(places(english), places(chinese), english));
  }

  private static Set<String> places(String sentence) {
    Set<String> places = new TreeSet<>();
    PLACE.matcher(sentence).results().forEach(place -> places.add(place.group()));
    return places;
  }

  /** Sentences that the code of these modules raises. */
  static Set<String> raised(String... modules) throws IOException {
    Set<String> raised = new TreeSet<>();
    for (String module : modules) {
      Path sources = Path.of("..", module, "src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .forEach(file -> raised.addAll(raised(file)));
      }
    }
    return raised;
  }

  private static Set<String> raised(Path file) {
    Set<String> raised = new TreeSet<>();
    try {
      RAISED
          .matcher(Files.readString(file))
          .results()
          .forEach(call -> raised.add(call.group(1).replace("\\\"", "\"").replace("\\\\", "\\")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return raised;
  }
}
