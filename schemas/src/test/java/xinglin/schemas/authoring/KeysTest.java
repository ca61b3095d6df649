package xinglin.schemas.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import xinglin.schemas.definition.DefinitionProblem;

/**
 * Parser and schema know the same keys. Every mapping of every definition is changed: words that
 * occur anywhere in the code of the parsers are added as keys, and its own keys are taken away.
 */
class KeysTest {
  private static final Pattern WORD = Pattern.compile("\"([a-z]+(?:_[a-z]+)*)\"");
  private static final Pattern FREE =
      Pattern.compile(".*\\.(set|states|again|replace|recomputed|arguments|values|widths|headers)");

  @TestFactory
  Stream<DynamicTest> parserAndSchemaKnowTheSameKeys() throws IOException {
    Set<String> words = words();
    return kinds()
        .map(
            kind ->
                DynamicTest.dynamicTest(kind.id(), () -> sameKeys(Trials.of(kind), kind, words)));
  }

  @TestFactory
  Stream<DynamicTest> parserAndSchemaMissTheSameKeys() {
    return kinds()
        .map(kind -> DynamicTest.dynamicTest(kind.id(), () -> sameMissing(Trials.of(kind), kind)));
  }

  private static Stream<DefinitionKind> kinds() {
    return DefinitionKinds.list().stream()
        .filter(kind -> kind.files().contains("/") && !kind.id().equals("partner"));
  }

  private static void sameKeys(Trial trial, DefinitionKind kind, Set<String> words) {
    Set<String> seen = new HashSet<>();
    Map<String, Set<String>> refused = new TreeMap<>();
    for (Trial.Place place : places(trial, kind)) {
      Object document = TypedYaml.copy(trial.document(place.file()));
      Map<String, Object> mapping = Trial.at(document, place);
      if (!seen.add(place.shape() + mapping.keySet() + mapping.get("check"))) {
        continue;
      }
      Set<String> own = new TreeSet<>(mapping.keySet());
      Set<String> more = new TreeSet<>(words);
      more.removeAll(own);
      more.forEach(word -> mapping.put(word, "x"));
      Set<String> unknownToSchema = unknownToSchema(trial.schemaSays(document), more);
      mapping.keySet().retainAll(own);
      unknownToSchema.forEach(word -> mapping.put(word, "x"));
      Set<String> taken = new TreeSet<>(unknownToSchema);
      taken.removeAll(Trial.unknownKeys(trial.parserSays(place.file(), document)));
      assertEquals(
          Set.of(), taken, place + ": the parser takes keys that the schema does not know");
      mapping.keySet().retainAll(own);
      more.removeAll(unknownToSchema);
      Set<String> open = refused.computeIfAbsent(place.shape(), shape -> new TreeSet<>(more));
      open.removeAll(own);
      for (String word : List.copyOf(open)) {
        mapping.put(word, "x");
        if (!Trial.unknownKeys(trial.parserSays(place.file(), document)).contains(word)) {
          open.remove(word);
        }
        mapping.keySet().retainAll(own);
      }
    }
    refused.values().removeIf(Set::isEmpty);
    assertEquals(Map.of(), refused, "keys of the schema that the parser does not know");
  }

  private static Set<String> unknownToSchema(Set<String> said, Set<String> words) {
    Set<String> unknown = new TreeSet<>();
    Pattern property =
        Pattern.compile(
            "property '([a-z_]+)' is not defined|property name '([a-z_]+)'|: property '([a-z_]+)' name is not valid");
    for (String message : said) {
      property
          .matcher(message)
          .results()
          .forEach(
              found -> {
                for (int group = 1; group <= 3; group++) {
                  if (found.group(group) != null && words.contains(found.group(group))) {
                    unknown.add(found.group(group));
                  }
                }
              });
    }
    return unknown;
  }

  private static void sameMissing(Trial trial, DefinitionKind kind) {
    Set<String> seen = new HashSet<>();
    for (Trial.Place place : places(trial, kind)) {
      Object document = TypedYaml.copy(trial.document(place.file()));
      Map<String, Object> mapping = Trial.at(document, place);
      if (!seen.add(place.shape() + mapping.keySet() + mapping.get("check"))
          || !trial.schemaSays(document).isEmpty()) {
        continue;
      }
      List<DefinitionProblem> before = trial.parserSays(place.file(), document);
      for (String key : List.copyOf(mapping.keySet())) {
        Object value = mapping.remove(key);
        boolean schemaFails = !trial.schemaSays(document).isEmpty();
        List<DefinitionProblem> problems =
            new ArrayList<>(trial.parserSays(place.file(), document));
        problems.removeAll(before);
        if (schemaFails) {
          assertFalse(problems.isEmpty(), place + ": only the schema misses " + key);
        }
        boolean missing = problems.stream().anyMatch(problem -> isMissing(problem, key));
        assertTrue(schemaFails || !missing, place + ": only the parser misses " + key);
        mapping.put(key, value);
      }
    }
  }

  private static boolean isMissing(DefinitionProblem problem, String key) {
    return problem.mistake().sentence().equals("\"{0}\" is missing")
        && problem.mistake().values().contains(key);
  }

  private static List<Trial.Place> places(Trial trial, DefinitionKind kind) {
    return Trials.texts(kind).keySet().stream()
        .flatMap(file -> Trial.places(file, trial.document(file)).stream())
        .filter(place -> !FREE.matcher(place.shape()).matches())
        .toList();
  }

  /** Whatever a parser may ask for stands somewhere in the code as a text. */
  private static Set<String> words() throws IOException {
    Set<String> words = new TreeSet<>(Set.of("xyzzy"));
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        WORD.matcher(Files.readString(file)).results().forEach(found -> words.add(found.group(1)));
      }
    }
    for (DefinitionKind kind : DefinitionKinds.list()) {
      kind.root().keys().forEach(key -> words.add(key.name()));
      kind.parts().values().forEach(part -> part.keys().forEach(key -> words.add(key.name())));
    }
    return words;
  }
}
