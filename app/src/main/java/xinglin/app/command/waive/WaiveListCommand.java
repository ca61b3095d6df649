package xinglin.app.command.waive;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Workplace;
import xinglin.app.command.Exit;
import xinglin.app.command.HomeOptions;
import xinglin.app.command.JsonOption;
import xinglin.jobs.waive.Waiver;
import xinglin.jobs.waive.Waivers;

/** Lists what was let pass. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class WaiveListCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--all", descriptionKey = "waive.all")
  private boolean all;

  @Override
  public Integer call() {
    Workplace place = Workplace.open(home.folder(), Clocks.ofEnvironment());
    LocalDate today = LocalDate.now(place.clock());
    List<Waiver> shown =
        new Waivers(place.ledger())
            .list().stream()
                .filter(waiver -> all || waiver.standing(today) == Waiver.Standing.HOLDS)
                .toList();
    WaiverPage page = new WaiverPage(shown, today);
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked()) {
      out.println(JsonOption.write(page.json()));
    } else if (shown.isEmpty()) {
      out.println(home.texts().say("waive.none"));
    } else {
      page.lines(home.texts()).forEach(out::println);
    }
    return Exit.DONE.code();
  }
}
