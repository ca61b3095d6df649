package xinglin.app.command.waive;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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
import xinglin.app.terminal.Texts;
import xinglin.jobs.waive.WaivableError;
import xinglin.jobs.waive.WaivableErrors;
import xinglin.jobs.waive.Waiver;
import xinglin.jobs.waive.Waivers;

/** Lets errors of a rejected submission pass; the next publish follows it. */
@Command(
    name = "waive",
    mixinStandardHelpOptions = true,
    subcommands = {WaiveListCommand.class, WaiveWithdrawCommand.class})
public final class WaiveCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "SUBMISSION", descriptionKey = "waive.submission")
  private String submission = "";

  @Option(names = "--code", paramLabel = "CODE", descriptionKey = "waive.code")
  private String code = "";

  @Option(names = "--sheet", paramLabel = "SHEET", descriptionKey = "waive.sheet")
  private Optional<String> sheet = Optional.empty();

  @Option(names = "--cell", paramLabel = "CELL", descriptionKey = "waive.cell")
  private Optional<String> cell = Optional.empty();

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "waive.reason")
  private String reason = "";

  @Option(names = "--approver", paramLabel = "OFFICE", descriptionKey = "waive.approver")
  private String approver = "";

  @Option(names = "--until", paramLabel = "DATE", descriptionKey = "waive.until")
  private Optional<LocalDate> until = Optional.empty();

  @Override
  public Integer call() {
    Texts texts = home.texts();
    if (submission.isBlank()
        || code.isBlank()
        || reason.isBlank()
        || approver.isBlank()
        || until.isEmpty()) {
      throw new UsageException(texts.say("waive.missing"));
    }
    if (sheet.isPresent() && cell.isEmpty()) {
      throw new UsageException(texts.say("waive.sheet.alone"));
    }
    Workplace place = Workplace.open(home.folder(), Clocks.ofEnvironment());
    LocalDate today = LocalDate.now(place.clock());
    if (until.get().isBefore(today)) {
      throw new UsageException(texts.say("waive.past", until.get().toString()));
    }
    List<WaivableError> all = WaivableErrors.of(place.home().published(), submission);
    List<WaivableError> meant = all.stream().filter(this::isMeant).toList();
    if (meant.isEmpty()) {
      throw new UsageException(unknown(texts, all));
    }
    boolean wholeCode = cell.isEmpty();
    if (!wholeCode && meant.stream().map(WaivableError::place).distinct().count() > 1) {
      throw new UsageException(texts.say("waive.which.sheet", cell.get()));
    }
    Waivers waivers = new Waivers(place.ledger());
    Waiver waiver =
        waivers.add(
            place.clock().instant(), meant.get(0), wholeCode, reason, approver, until.get());
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked()) {
      out.println(JsonOption.write(WaiverPage.row(waiver, today)));
    } else {
      long open = all.stream().filter(error -> isOpen(error, waivers.list(), today)).count();
      out.println(texts.say("waive.done", waiver.id(), meant.size(), until.get().toString()));
      out.println(open == 0 ? texts.say("waive.counts") : texts.say("waive.left", open));
    }
    return Exit.DONE.code();
  }

  private boolean isMeant(WaivableError error) {
    return error.code().equalsIgnoreCase(code)
        && cell.map(error.place().cell()::equalsIgnoreCase).orElse(true)
        && sheet.map(error.place().sheet()::equals).orElse(true);
  }

  private boolean isOpen(WaivableError error, List<Waiver> waivers, LocalDate today) {
    return waivers.stream().noneMatch(waiver -> waiver.passes(error, today));
  }

  private String unknown(Texts texts, List<WaivableError> all) {
    if (all.isEmpty()) {
      return texts.say("waive.no.errors", submission);
    }
    TreeSet<String> places = new TreeSet<>();
    all.forEach(
        error ->
            places.add(error.code() + " " + error.place().sheet() + "!" + error.place().cell()));
    return texts.say("waive.unknown", submission, String.join(texts.say("list.separator"), places));
  }
}
