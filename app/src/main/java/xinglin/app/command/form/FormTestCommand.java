package xinglin.app.command.form;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xinglin.app.command.Exit;
import xinglin.app.command.HomeOptions;
import xinglin.app.command.JsonOption;
import xinglin.app.failure.UsageException;
import xinglin.app.terminal.Texts;
import xinglin.jobs.example.ExampleResult;
import xinglin.jobs.example.ExampleRun;
import xinglin.jobs.example.FormExample;
import xinglin.jobs.example.FormExamples;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.form.FormDefinition;

/**
 * Reads the examples of forms and says which gave what their author expects. Without ids: all forms
 * of the home, or all built-in ones if it has none.
 */
@Command(name = "test", mixinStandardHelpOptions = true)
final class FormTestCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..*", paramLabel = "ID", descriptionKey = "form.test.ids")
  private List<String> ids = List.of();

  @Option(names = "--accept", descriptionKey = "form.test.accept")
  private boolean accept;

  @Override
  public Integer call() throws IOException {
    Texts texts = home.texts();
    Definitions definitions = HomeDefinitions.of(home.folder());
    Problems problems = new Problems();
    FormExamples examples =
        new FormExamples(definitions.files(), HomeDefinitions.overlay(home.folder()), problems);
    ExampleRun run = new ExampleRun(definitions);
    FormTestReport report = new FormTestReport(texts);
    for (FormDefinition form : asked(definitions, texts)) {
      List<FormExample> found = examples.list(form);
      problems.check();
      List<ExampleResult> results = new ArrayList<>();
      for (FormExample example : found) {
        ExampleResult result = run.run(example);
        Optional<Path> written =
            accept && result.status() != ExampleResult.Status.PASSED
                ? ExampleRun.accept(result)
                : Optional.empty();
        results.add(result);
        written.ifPresent(file -> report.accepted(result));
      }
      report.add(form, definitions.files().path(form.file()).shown(), results);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked()) {
      out.println(JsonOption.write(report.json()));
    } else {
      report.lines().forEach(out::println);
    }
    return (report.failed() > 0 ? Exit.ERRORS_FOUND : Exit.DONE).code();
  }

  private List<FormDefinition> asked(Definitions definitions, Texts texts) {
    if (!ids.isEmpty()) {
      List<FormDefinition> forms = new ArrayList<>();
      for (String id : ids) {
        List<FormDefinition> editions = definitions.forms().editions(id);
        if (editions.isEmpty()) {
          List<String> known =
              definitions.forms().list().stream().map(FormDefinition::formId).distinct().toList();
          throw new UsageException(
              texts.say(
                  "form.test.unknown",
                  id,
                  Problems.nearest(id, known)
                      .map(near -> texts.say("did.you.mean", near))
                      .orElse("")));
        }
        forms.addAll(editions);
      }
      return forms;
    }
    List<FormDefinition> all = List.copyOf(definitions.forms().list());
    List<FormDefinition> own =
        all.stream().filter(form -> definitions.files().path(form.file()).isOfHome()).toList();
    return own.isEmpty() ? all : own;
  }
}
