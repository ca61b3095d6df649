package xinglin.app.command.form;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import xinglin.schemas.drift.propose.EditionProposal;
import xinglin.schemas.drift.propose.Proposal;
import xinglin.schemas.drift.propose.SkeletonProposal;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.finding.Language;
import xinglin.schemas.sheet.Document;

/** How a changed attachment differs from the forms that are known. Loads nothing. */
@Command(name = "drift", mixinStandardHelpOptions = true)
final class FormDriftCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1", paramLabel = "FILE", descriptionKey = "drift.file")
  private Path file = Path.of("");

  @Option(names = "--form", paramLabel = "ID", descriptionKey = "drift.form")
  private Optional<String> form = Optional.empty();

  @Option(names = "--out", paramLabel = "DIR|FILE", descriptionKey = "drift.out")
  private Optional<Path> out = Optional.empty();

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
    DriftFinder finder = new DriftFinder(definitions);
    Document document = open(definitions, texts);
    DriftResult result = finder.find(document, form);
    Optional<Proposal> proposal = proposal(finder, definitions, document, result);
    PrintWriter printer = spec.commandLine().getOut();
    if (out.isPresent() && out.get().toString().equals("-")) {
      proposal.stream()
          .flatMap(known -> known.files().stream())
          .forEach(file -> show(file, printer));
      return Exit.DONE.code();
    }
    List<Path> written =
        out.isPresent() && proposal.isPresent()
            ? new ProposalFiles(out.get(), home.folder(), texts).write(proposal.get())
            : List.of();
    DriftReport report = new DriftReport(texts, file, result, proposal, written);
    if (json.asked()) {
      printer.println(JsonOption.write(report.json()));
    } else {
      report.lines().forEach(printer::println);
    }
    return Exit.DONE.code();
  }

  private static void show(Proposal.File file, PrintWriter printer) {
    printer.println("# ── " + file.path());
    printer.print(file.text());
    printer.flush();
  }

  /** Nothing where nothing is different, or where a person first has to say which form it is. */
  private Optional<Proposal> proposal(
      DriftFinder finder, Definitions definitions, Document document, DriftResult result) {
    Language language = home.texts().english() ? Language.EN : Language.ZH;
    String name = file.getFileName().toString();
    if (result.outcome() == DriftResult.Outcome.NONE) {
      return SkeletonProposal.of(
          finder.printed(document), definitions, finder.dictionary(), language, name);
    }
    return result
        .drift()
        .filter(drift -> !drift.changes().isEmpty())
        .map(drift -> EditionProposal.of(drift, definitions, language, name));
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
