package xinglin.app.command.review;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Workplace;
import xinglin.app.command.Exit;
import xinglin.app.command.HomeOptions;
import xinglin.app.failure.UsageException;
import xinglin.app.terminal.Texts;
import xinglin.jobs.match.Review;
import xinglin.jobs.match.ReviewList;
import xinglin.jobs.match.ReviewList.Entry;

/** Writes a decision about a pair into the journal; the next publish follows it. */
abstract class DecisionCommand implements Callable<Integer> {
  private final Review.Decision decision;
  @Mixin private HomeOptions home = new HomeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "MATCH", descriptionKey = "review.match")
  private String match = "";

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "review.reason")
  private String reason = "";

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "review.by")
  private String by = System.getProperty("user.name", "");

  DecisionCommand(Review.Decision decision) {
    this.decision = decision;
  }

  @Override
  public Integer call() {
    Texts texts = home.texts();
    Workplace place = Workplace.open(home.folder(), Clocks.ofEnvironment());
    ReviewList list = new ReviewList(place.home(), place.ledger());
    Entry entry =
        list.find(match).orElseThrow(() -> new UsageException(texts.say("review.unknown", match)));
    if (decision == Review.Decision.UNDO && entry.review().isEmpty()) {
      throw new UsageException(texts.say("review.nothing", entry.match().id()));
    }
    list.decide(new Review(entry.pair(), decision, by, reason, place.clock().instant()));
    spec.commandLine()
        .getOut()
        .println(texts.say("review.done." + decision.code(), entry.match().id()));
    return Exit.DONE.code();
  }
}
