package xinglin.app.command.review;

import java.io.PrintWriter;
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
import xinglin.app.terminal.Texts;
import xinglin.jobs.match.ReviewList;
import xinglin.jobs.match.ReviewList.Entry;

/** Lists pairs of parties that wait for a decision, the likeliest first, personal values masked. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class ReviewListCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--all", descriptionKey = "review.all")
  private boolean all;

  @Option(names = "--limit", paramLabel = "N", descriptionKey = "review.limit")
  private int limit = 50;

  @Override
  public Integer call() {
    Workplace place = Workplace.open(home.folder(), Clocks.ofEnvironment());
    ReviewList list = new ReviewList(place.home(), place.ledger());
    List<Entry> wanted =
        list.all().stream().filter(entry -> all || entry.standing().equals("proposed")).toList();
    List<Entry> shown = wanted.stream().limit(limit).toList();
    ReviewPage page = ReviewPage.of(place, list, shown, true);
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked()) {
      out.println(JsonOption.write(page.json()));
      return Exit.DONE.code();
    }
    Texts texts = home.texts();
    out.print(page.text(texts));
    if (wanted.isEmpty()) {
      out.println(texts.say("review.none"));
    } else {
      out.println(texts.say("review.how", shown.size(), wanted.size()));
    }
    return Exit.DONE.code();
  }
}
