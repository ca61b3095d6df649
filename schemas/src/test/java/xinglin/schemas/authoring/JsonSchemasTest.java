package xinglin.schemas.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import xinglin.schemas.check.Regenerated;
import xinglin.schemas.engine.Definitions;

/** The JSON Schemas in the repository are those that the code writes, and hold what is built in. */
class JsonSchemasTest {
  private static final Path FOLDER = Path.of("json-schema");

  @Test
  void theSchemasAreUpToDate() throws IOException {
    KnownWords words = KnownWords.of(Definitions.load(Optional.empty()));
    for (DefinitionKind kind : DefinitionKinds.list()) {
      Regenerated.check(FOLDER.resolve(kind.id() + ".schema.json"), JsonSchemas.write(kind, words));
    }
  }

  @Test
  void editorsAreToldWhichSchemaIsWhose() throws IOException {
    List<DefinitionKind> kinds =
        DefinitionKinds.list().stream()
            .filter(kind -> !List.of("settings", "partner").contains(kind.id()))
            .toList();
    Regenerated.check(
        Path.of("../.vscode/settings.json"),
        EditorSettings.write("schemas/json-schema", "schemas", kinds));
  }

  @TestFactory
  Stream<DynamicTest> everyBuiltInDefinitionIsValid() {
    return Trials.configs().stream()
        .map(
            config ->
                DynamicTest.dynamicTest(
                    "definitions of " + config, () -> assertEquals(Map.of(), invalid(config))));
  }

  private static Map<String, Set<String>> invalid(Path config) {
    Map<String, Set<String>> invalid = new TreeMap<>();
    for (DefinitionKind kind : DefinitionKinds.list()) {
      Set<String> files = Trials.texts(kind, List.of(config)).keySet();
      if (kind.files().contains("/") && !kind.id().equals("partner") && !files.isEmpty()) {
        Trial trial = Trials.of(kind, config);
        for (String file : files) {
          Set<String> said = trial.schemaSays(trial.document(file));
          if (!said.isEmpty()) {
            invalid.put(file, said);
          }
        }
      }
    }
    return invalid;
  }
}
