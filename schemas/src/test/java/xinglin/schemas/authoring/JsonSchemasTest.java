package xinglin.schemas.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
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
      Regenerated.check(
          FOLDER.resolve(kind.id() + ".schema.json"), JsonSchemas.write(kind, words));
    }
  }

  @TestFactory
  Stream<DynamicTest> everyBuiltInDefinitionIsValid() {
    return DefinitionKinds.list().stream()
        .filter(kind -> kind.files().contains("/") && !kind.id().equals("partner"))
        .flatMap(
            kind -> {
              Trial trial = Trials.of(kind);
              return Trials.texts(kind).keySet().stream()
                  .map(
                      file ->
                          DynamicTest.dynamicTest(
                              file,
                              () ->
                                  assertEquals(
                                      Set.of(), trial.schemaSays(trial.document(file)), file)));
            });
  }
}
