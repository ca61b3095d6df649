package xinglin.app.command.review;

import picocli.CommandLine.Command;
import xinglin.jobs.match.Review;

/** They are two, whatever is alike. */
@Command(name = "refuse", mixinStandardHelpOptions = true)
final class ReviewRefuseCommand extends DecisionCommand {
  ReviewRefuseCommand() {
    super(Review.Decision.REFUSE);
  }
}
