package xinglin.app.command.review;

import picocli.CommandLine.Command;
import xinglin.jobs.match.Review;

/** They are one. */
@Command(name = "accept", mixinStandardHelpOptions = true)
final class ReviewAcceptCommand extends DecisionCommand {
  ReviewAcceptCommand() {
    super(Review.Decision.ACCEPT);
  }
}
