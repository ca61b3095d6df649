package xinglin.app.command.rule;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Workplace;
import xinglin.app.command.Exit;
import xinglin.app.command.HomeOptions;
import xinglin.app.command.JsonOption;
import xinglin.app.failure.UsageException;
import xinglin.app.terminal.TerminalProgress;
import xinglin.app.terminal.Texts;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.impact.Impact;
import xinglin.schemas.check.CheckDeclaration;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.finding.Severity;
import xinglin.warehouse.lake.Lake;

/** Runs a changed rule over all stored submissions and shows who would flip. Stores nothing. */
@Command(name = "impact", mixinStandardHelpOptions = true)
final class RuleImpactCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE|CHECK", descriptionKey = "rule.impact.what")
  private List<String> what = List.of();

  @Option(
      names = "--severity",
      paramLabel = "error|warning|info",
      descriptionKey = "rule.impact.severity")
  private Optional<String> severity = Optional.empty();

  @Option(names = "--limit", paramLabel = "N", descriptionKey = "rule.impact.limit")
  private int limit = 100;

  @Override
  public Integer call() throws IOException {
    Texts texts = home.texts();
    Workplace place = Workplace.open(home.folder(), Clocks.ofEnvironment());
    Proposal proposal = proposal(place, texts);
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = json.asked() ? Progress.SILENT : TerminalProgress.of(System.err, texts);
    try (Lake lake = Lake.open(place.home(), place.definitions().tables(), place.database())) {
      Impact impact =
          new Impact(
              place.home(),
              lake,
              place.ledger(),
              place.settings().limits(),
              place.settings().threads());
      if (json.asked()) {
        ImpactJson page = new ImpactJson(texts, out, limit);
        page.sums(
            impact.find(
                proposal.before(), proposal.after(), proposal.reach(), progress, page::add));
      } else {
        ImpactPage page = new ImpactPage(texts, out, limit);
        out.println(proposal.title());
        page.sums(
            impact.find(
                proposal.before(), proposal.after(), proposal.reach(), progress, page::add));
      }
    }
    out.flush();
    return Exit.DONE.code();
  }

  private Proposal proposal(Workplace place, Texts texts) throws IOException {
    Optional<CheckDeclaration> check = Proposal.check(place, what.get(0));
    if (check.isPresent()) {
      if (what.size() > 1) {
        throw new UsageException(texts.say("rule.impact.mixed"));
      }
      return severity
          .map(word -> Proposal.severity(place, check.get(), severity(word, texts), texts))
          .orElseGet(() -> Proposal.off(place, check.get(), texts));
    }
    for (String one : what) {
      if (!Files.isRegularFile(Path.of(one))) {
        throw new UsageException(texts.say("rule.impact.no.file", one, near(place, one, texts)));
      }
    }
    if (severity.isPresent()) {
      throw new UsageException(texts.say("rule.impact.severity.alone"));
    }
    return Proposal.of(place, what.stream().map(Path::of).toList(), texts);
  }

  private static Severity severity(String word, Texts texts) {
    return Arrays.stream(Severity.values())
        .filter(known -> known.code().equals(word))
        .findFirst()
        .orElseThrow(() -> new UsageException(texts.say("rule.impact.severity.unknown", word)));
  }

  private static String near(Workplace place, String word, Texts texts) {
    List<String> codes =
        place.definitions().checks().list().stream().map(CheckDeclaration::code).toList();
    return Problems.nearest(word, codes).map(near -> texts.say("did.you.mean", near)).orElse("");
  }
}
