package xinglin.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.routes.arrival.DayLimits;
import xinglin.schemas.authoring.DefinitionKind;
import xinglin.schemas.authoring.DefinitionKinds;
import xinglin.schemas.authoring.JsonSchemas;
import xinglin.schemas.authoring.KnownWords;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.engine.Definitions;

/** The JSON Schemas of settings and partners have exactly the keys that are read. */
final class SettingsKeysTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("xinglin.root", ".."), "app/src/main/java/xinglin/app/settings");
  private static final Pattern WORD = Pattern.compile("\"([a-z]+(?:_[a-z]+)*)\"");
  @TempDir Path home;

  @Test
  void settings() throws IOException {
    compare("settings", "config/xinglin.yml", Settings::read);
  }

  @Test
  void partners() throws IOException {
    compare(
        "partner",
        "config/partners/x.yaml",
        (home, problems) -> PartnerFiles.read(home, DayLimits.standard(), problems));
  }

  private void compare(String kind, String file, BiConsumer<Path, Problems> reader)
      throws IOException {
    Map<String, Set<String>> known = new TreeMap<>();
    JsonNode schema = schema(kind);
    keys("", schema, schema, known);
    Files.createDirectories(home.resolve(file).toAbsolutePath().getParent());
    Set<String> words = words();
    known.values().forEach(words::addAll);
    for (Map.Entry<String, Set<String>> place : known.entrySet()) {
      StringBuilder text = new StringBuilder();
      StringBuilder indent = new StringBuilder();
      for (String step : place.getKey().isEmpty() ? new String[0] : place.getKey().split("/")) {
        text.append(indent).append(step).append(":\n");
        indent.append("  ");
      }
      words.forEach(word -> text.append(indent).append(word).append(": 1\n"));
      Files.writeString(home.resolve(file), text);
      Problems problems = new Problems();
      reader.accept(home, problems);
      Set<String> taken = new TreeSet<>(words);
      problems.list().stream()
          .filter(problem -> problem.mistake().sentence().equals("unknown key \"{0}\""))
          .forEach(problem -> taken.remove(problem.mistake().values().get(0)));
      assertEquals(place.getValue(), taken, "keys of " + kind + " at " + place.getKey());
    }
  }

  private static JsonNode schema(String id) throws IOException {
    DefinitionKind kind =
        DefinitionKinds.list().stream()
            .filter(known -> known.id().equals(id))
            .findFirst()
            .orElseThrow();
    return new ObjectMapper()
        .readTree(JsonSchemas.write(kind, KnownWords.of(Definitions.load(Optional.empty()))));
  }

  /** Keys of the root and of all groups below it. */
  private static void keys(
      String place, JsonNode group, JsonNode root, Map<String, Set<String>> known) {
    Set<String> names = new TreeSet<>();
    group.get("properties").fieldNames().forEachRemaining(names::add);
    known.put(place, names);
    for (String name : names) {
      JsonNode reference = group.get("properties").get(name).get("$ref");
      if (reference != null) {
        String part = reference.asText().replace("#/$defs/", "");
        keys(place.isEmpty() ? name : place + "/" + name, root.get("$defs").get(part), root, known);
      }
    }
  }

  private static Set<String> words() throws IOException {
    Set<String> words = new TreeSet<>(Set.of("xyzzy"));
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        WORD.matcher(Files.readString(file)).results().forEach(found -> words.add(found.group(1)));
      }
    }
    return words;
  }
}
