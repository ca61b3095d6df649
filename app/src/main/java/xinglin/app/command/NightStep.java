package xinglin.app.command;

import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.HomeTurn;
import xinglin.app.assembly.Night;
import xinglin.app.assembly.NightResult;
import xinglin.app.assembly.Workplace;
import xinglin.app.terminal.TerminalProgress;
import xinglin.app.terminal.TextTable;
import xinglin.app.terminal.Texts;
import xinglin.jobs.batch.Progress;
import xinglin.schemas.reading.Verdict;
import xinglin.warehouse.home.HomeLock;

/** A command that does one or all steps of a night. */
abstract class NightStep implements java.util.concurrent.Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  abstract Night.Steps steps();

  @Override
  public Integer call() {
    Texts texts = home.texts();
    Workplace place = Workplace.openOrCreate(home.folder(), Clocks.ofEnvironment());
    Progress progress = json.asked() ? Progress.SILENT : TerminalProgress.of(System.err, texts);
    NightResult result;
    try (HomeLock lock = HomeTurn.take(place.home())) {
      result = new Night(place, progress).run(steps());
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked()) {
      out.println(JsonOption.write(result.json()));
    } else {
      print(out, texts, result);
    }
    return Exit.DONE.code();
  }

  private void print(PrintWriter out, Texts texts, NightResult result) {
    if (steps() == Night.Steps.COLLECT || steps() == Night.Steps.ALL) {
      out.println(texts.say("night.collected", result.count("collected")));
    }
    if (steps() == Night.Steps.LOAD || steps() == Night.Steps.ALL) {
      out.println(
          texts.say(
              "night.loaded",
              result.count("deliveries"),
              result.count("submissions"),
              result.count("rows"),
              result.count("findings")));
      if (result.count("submissions") > 0) {
        verdicts(texts, result).lines().forEach(out::println);
      }
    }
    result.published().ifPresent(folder -> out.println(texts.say("night.published", folder)));
    if (steps() == Night.Steps.ALL) {
      out.println(texts.say("night.dispatched", result.count("answers_sent")));
    }
  }

  /** Submissions by verdict, as the demo and a night show them. */
  static TextTable verdicts(Texts texts, NightResult result) {
    TextTable table =
        new TextTable(
            java.util.List.of(texts.say("table.verdict"), texts.say("table.submissions")));
    for (Verdict verdict : Verdict.values()) {
      table.row(texts.say("verdict." + verdict.code()), String.valueOf(result.count(verdict)));
    }
    return table;
  }
}
