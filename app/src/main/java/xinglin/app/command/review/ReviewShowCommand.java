package xinglin.app.command.review;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Workplace;
import xinglin.app.command.Exit;
import xinglin.app.command.HomeOptions;
import xinglin.app.failure.UsageException;
import xinglin.jobs.match.ReviewList;
import xinglin.jobs.match.ReviewList.Entry;

/** Shows one pair with plain values, to whoever has the key of the home; the read is logged. */
@Command(name = "show", mixinStandardHelpOptions = true)
final class ReviewShowCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "MATCH", descriptionKey = "review.match")
  private String match = "";

  @Override
  public Integer call() {
    Workplace place = Workplace.open(home.folder(), Clocks.ofEnvironment());
    ReviewList list = new ReviewList(place.home(), place.ledger());
    Entry entry =
        list.find(match)
            .orElseThrow(() -> new UsageException(home.texts().say("review.unknown", match)));
    ReviewPage page = ReviewPage.of(place, list, List.of(entry), false);
    spec.commandLine().getOut().print(page.text(home.texts()));
    return Exit.DONE.code();
  }
}
