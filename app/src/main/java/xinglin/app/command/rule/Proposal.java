package xinglin.app.command.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.app.assembly.Workplace;
import xinglin.app.failure.UsageException;
import xinglin.app.terminal.Texts;
import xinglin.jobs.impact.Reaches;
import xinglin.jobs.impact.Side;
import xinglin.schemas.check.CheckDeclaration;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.definition.ProposedFile;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.finding.Severity;
import xinglin.warehouse.impact.Reach;
import xinglin.warehouse.judge.SetCheckProof;

/**
 * A change that is tried out.
 *
 * @param title what it is, for people
 * @param reach which stored files have to be read again
 */
record Proposal(String title, Side before, Side after, Reach reach) {

  /**
   * Of definition files, laid over those of the home.
   *
   * @throws xinglin.schemas.definition.DefinitionException with all mistakes of the files together
   */
  static Proposal of(Workplace place, List<Path> files, Texts texts) throws IOException {
    Problems problems = new Problems();
    List<ProposedFile> proposed = new ArrayList<>();
    for (Path file : files) {
      if (file.toRealPath().startsWith(place.home().config().toRealPath())) {
        throw new UsageException(texts.say("rule.impact.in.force", file));
      }
      Optional<ProposedFile> read = ProposedFile.read(file, problems);
      problems.check();
      proposed.add(read.orElseThrow(() -> new UsageException(texts.say("rule.impact.kind", file))));
    }
    List<String> names = proposed.stream().map(ProposedFile::shown).toList();
    String title = String.join(texts.say("list.separator"), names);
    return of(place, proposed, texts.say("rule.impact.head.file", title));
  }

  private static Proposal of(Workplace place, List<ProposedFile> files, String title) {
    DefinitionFiles laid = place.definitions().files();
    for (ProposedFile file : files) {
      laid = laid.with(file);
    }
    Workplace tried = place.with(Definitions.load(laid));
    Definitions changed = tried.definitions();
    Problems problems = new Problems();
    SetCheckProof.check(changed, tried.judging(), place.home().temporary(), problems);
    problems.check();
    Reach reach = Reaches.of(files, place.definitions(), changed);
    return new Proposal(title, side(place), side(tried), reach);
  }

  /** Of a check in force: as if it were off; of one of exchanged rows, as if it only told. */
  static Proposal off(Workplace place, CheckDeclaration check, Texts texts) {
    if (check.needs() == CheckDeclaration.Needs.PACKAGE) {
      throw new UsageException(texts.say("rule.impact.packages", check.code()));
    }
    if (check.needs() == CheckDeclaration.Needs.RECORDS) {
      return severity(place, check, Severity.INFO, texts);
    }
    Side before = side(place);
    return new Proposal(
        texts.say("rule.impact.head.off", check.code(), title(check, texts)),
        before,
        new Side(
            place.reader(Optional.of(check.code())),
            before.judging().without(check.code()),
            before.accumulation(),
            before.penalties(),
            before.senderDivision()),
        Reach.found(check.code()));
  }

  /** Of a check in force: with another severity. */
  static Proposal severity(
      Workplace place, CheckDeclaration check, Severity severity, Texts texts) {
    String name = check.file();
    DefinitionFiles files = place.definitions().files();
    String text =
        files.text(name).replaceFirst("(?m)^severity:.*$", "severity: " + severity.code());
    ProposedFile file = new ProposedFile(name, files.path(name).shown(), text);
    return of(
        place,
        List.of(file),
        texts.say("rule.impact.head.severity", check.code(), title(check, texts), severity.code()));
  }

  private static String title(CheckDeclaration check, Texts texts) {
    return texts.english() ? check.title().en() : check.title().zh();
  }

  /** The argument as the code of a check, unless there is a file of this name. */
  static Optional<CheckDeclaration> check(Workplace place, String argument) {
    return Files.exists(Path.of(argument))
        ? Optional.empty()
        : place.definitions().checks().find(argument);
  }

  private static Side side(Workplace place) {
    return new Side(
        place.reader(),
        place.judging(),
        place.definitions()::accumulation,
        place.penaltyJudge(),
        envelope ->
            place
                .partners()
                .senderDivision(envelope.arrival().partner(), envelope.arrival().sender()));
  }
}
