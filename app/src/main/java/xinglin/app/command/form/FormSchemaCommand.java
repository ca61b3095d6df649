package xinglin.app.command.form;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import xinglin.app.command.Exit;
import xinglin.app.command.HomeOptions;
import xinglin.app.command.JsonOption;
import xinglin.app.terminal.Texts;
import xinglin.schemas.authoring.DefinitionKind;
import xinglin.schemas.authoring.DefinitionKinds;
import xinglin.schemas.authoring.EditorSettings;
import xinglin.schemas.authoring.JsonSchemas;
import xinglin.schemas.authoring.KnownWords;
import xinglin.schemas.definition.DefinitionException;
import xinglin.schemas.engine.Definitions;

/**
 * Writes the JSON Schemas by which an editor completes and checks definitions, with the measures,
 * forms and lists of the home.
 */
@Command(name = "schema", mixinStandardHelpOptions = true)
final class FormSchemaCommand implements Callable<Integer> {
  private static final String FOLDER = "json-schema";
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "form.schema.out")
  private Optional<Path> out = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Texts texts = home.texts();
    PrintWriter print = spec.commandLine().getOut();
    List<String> said = new ArrayList<>();
    KnownWords words = KnownWords.of(definitions(texts, said));
    Path folder = out.orElse(home.folder().resolve("config").resolve(FOLDER));
    Files.createDirectories(folder);
    List<String> written = new ArrayList<>();
    for (DefinitionKind kind : DefinitionKinds.list()) {
      Path file = folder.resolve(kind.id() + ".schema.json");
      Files.writeString(file, JsonSchemas.write(kind, words));
      written.add(file.toString());
    }
    Path settings = home.folder().resolve(".vscode/settings.json");
    if (out.isEmpty() && !Files.exists(settings)) {
      Files.createDirectories(home.folder().resolve(".vscode"));
      Files.writeString(
          settings, EditorSettings.write("config/" + FOLDER, "config", DefinitionKinds.list()));
      written.add(settings.toString());
    }
    if (json.asked()) {
      print.println(JsonOption.write(written));
    } else {
      said.forEach(print::println);
      print.println(texts.say("form.schema.written", written.size(), folder));
      print.println("  # yaml-language-server: $schema=../" + FOLDER + "/form.schema.json");
    }
    return Exit.DONE.code();
  }

  /** While a definition is half written its author needs the schema all the same. */
  private Definitions definitions(Texts texts, List<String> said) {
    try {
      return HomeDefinitions.of(home.folder());
    } catch (DefinitionException wrong) {
      said.add(texts.say("form.schema.built.in", wrong.problems().size()));
      return Definitions.load(Optional.empty());
    }
  }
}
