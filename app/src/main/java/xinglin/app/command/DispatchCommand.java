package xinglin.app.command;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Dispatch;
import xinglin.app.assembly.HomeTurn;
import xinglin.app.assembly.Workplace;
import xinglin.app.terminal.ChannelWords;
import xinglin.app.terminal.TerminalProgress;
import xinglin.app.terminal.Texts;
import xinglin.jobs.batch.Progress;
import xinglin.routes.moment.Moments;
import xinglin.warehouse.home.HomeLock;

/** Sends the answers that wait. */
@Command(name = "dispatch", mixinStandardHelpOptions = true)
final class DispatchCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--retry", descriptionKey = "dispatch.retry")
  private boolean retry;

  @Override
  public Integer call() {
    Texts texts = home.texts();
    Workplace place = Workplace.openOrCreate(home.folder(), Clocks.ofEnvironment());
    Progress progress = json.asked() ? Progress.SILENT : TerminalProgress.of(System.err, texts);
    Dispatch dispatch = new Dispatch(place, Moments.unwatched());
    Dispatch.Outcome outcome;
    try (HomeLock lock = HomeTurn.take(place.home())) {
      if (retry) {
        dispatch.retry();
      }
      outcome = dispatch.once(progress);
    }
    Map<String, Long> states = dispatch.states();
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked()) {
      out.println(JsonOption.write(outcome.json(states)));
    } else {
      out.println(line(outcome, states, texts));
      outcome
          .dispatched()
          .channels()
          .forEach(
              (channel, failure) ->
                  out.println(
                      ChannelWords.of(
                          channel.substring(0, channel.lastIndexOf('/')), failure, texts)));
      new OpenAnswers(place.database(), texts).lines().forEach(out::println);
    }
    boolean works = outcome.dispatched().channels().isEmpty();
    return (works ? Exit.DONE : Exit.STEP_FAILED).code();
  }

  private static String line(Dispatch.Outcome outcome, Map<String, Long> states, Texts texts) {
    return texts.say(
        "dispatch.done",
        outcome.dispatched().sent(),
        states.getOrDefault("waiting", 0L),
        states.getOrDefault("stuck", 0L));
  }
}
