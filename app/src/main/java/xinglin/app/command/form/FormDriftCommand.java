package xinglin.app.command.form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
import xinglin.app.settings.Settings;
import xinglin.app.terminal.Texts;
import xinglin.jobs.open.FileOpener;
import xinglin.jobs.open.Opened;
import xinglin.jobs.open.OpenedDocument;
import xinglin.jobs.open.Refused;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.drift.DriftFinder;
import xinglin.schemas.drift.DriftResult;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.finding.Language;
import xinglin.schemas.sheet.Document;

/** How a changed attachment differs from the forms that are known. Loads nothing. */
@Command(name = "drift", mixinStandardHelpOptions = true, resourceBundle = "xinglin.app.texts")
final class FormDriftCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1", paramLabel = "FILE", descriptionKey = "drift.file")
  private Path file = Path.of("");

  @Option(names = "--form", paramLabel = "ID", descriptionKey = "drift.form")
  private Optional<String> form = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Texts texts = home.texts();
    if (!Files.isRegularFile(file)) {
      throw new UsageException(texts.say("check.no.file", file));
    }
    Definitions definitions = HomeDefinitions.of(home.folder());
    if (form.isPresent() && definitions.forms().find(form.get()).isEmpty()) {
      throw new UsageException(texts.say("drift.no.form", form.get()));
    }
    DriftResult result = new DriftFinder(definitions).find(open(definitions, texts), form);
    DriftReport report = new DriftReport(texts, file, result);
    if (json.asked()) {
      spec.commandLine().getOut().println(JsonOption.write(report.json()));
    } else {
      report.lines().forEach(spec.commandLine().getOut()::println);
    }
    return Exit.DONE.code();
  }

  private Document open(Definitions definitions, Texts texts) throws IOException {
    Problems problems = new Problems();
    Settings settings = Settings.read(home.folder(), problems);
    problems.check();
    Opened opened = FileOpener.open(file, settings.limits());
    if (opened instanceof Refused refused) {
      Language language = texts.english() ? Language.EN : Language.ZH;
      throw new UsageException(
          texts.say(
              "check.line.file",
              file.getFileName(),
              refused.issues().stream()
                  .map(definitions.checks()::finding)
                  .map(finding -> language == Language.ZH ? finding.message() : finding.messageEn())
                  .collect(Collectors.joining())));
    }
    return ((OpenedDocument) opened).document();
  }
}
