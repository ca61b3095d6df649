package xinglin.app.command.waive;

import java.io.PrintWriter;
import java.time.LocalDate;
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
import xinglin.jobs.waive.Waiver;
import xinglin.jobs.waive.Waivers;

/** Takes a waiver back; the next publish follows it. */
@Command(name = "withdraw", mixinStandardHelpOptions = true)
final class WaiveWithdrawCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "WAIVER", descriptionKey = "waive.waiver")
  private String id = "";

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "waive.reason")
  private String reason = "";

  @Option(names = "--by", paramLabel = "OFFICE", required = true, descriptionKey = "waive.by")
  private String by = "";

  @Override
  public Integer call() {
    Texts texts = home.texts();
    Workplace place = Workplace.open(home.folder(), Clocks.ofEnvironment());
    Waivers waivers = new Waivers(place.ledger());
    Waiver waiver =
        waivers.list().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new UsageException(texts.say("waive.no.waiver", id)));
    Waiver.Standing standing = waiver.standing(LocalDate.now(place.clock()));
    if (standing != Waiver.Standing.HOLDS) {
      throw new UsageException(texts.say("waive.ended." + standing.code(), id));
    }
    waivers.withdraw(place.clock().instant(), waiver, by, reason);
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked()) {
      waivers.list().stream()
          .filter(one -> one.id().equals(id))
          .map(one -> JsonOption.write(WaiverPage.row(one, LocalDate.now(place.clock()))))
          .forEach(out::println);
    } else {
      out.println(texts.say("waive.withdrawn", id));
    }
    return Exit.DONE.code();
  }
}
