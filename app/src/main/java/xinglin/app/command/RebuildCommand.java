package xinglin.app.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.HomeTurn;
import xinglin.app.assembly.Night;
import xinglin.app.assembly.NightResult;
import xinglin.app.assembly.Workplace;
import xinglin.app.terminal.TerminalProgress;
import xinglin.app.terminal.Texts;
import xinglin.jobs.batch.Progress;
import xinglin.warehouse.home.HomeLock;

/** Computes every table again. */
@Command(name = "rebuild", mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Texts texts = home.texts();
    Workplace place = Workplace.open(home.folder(), Clocks.ofEnvironment());
    Progress progress = json.asked() ? Progress.SILENT : TerminalProgress.of(System.err, texts);
    NightResult result;
    try (HomeLock lock = HomeTurn.take(place.home())) {
      result = new Night(place, progress).rebuild();
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked()) {
      out.println(JsonOption.write(result.json()));
      return Exit.DONE.code();
    }
    out.println(
        texts.say(
            "rebuild.done",
            result.count("deliveries"),
            result.count("submissions"),
            result.count("rows")));
    result.published().ifPresent(folder -> out.println(texts.say("night.published", folder)));
    return Exit.DONE.code();
  }
}
