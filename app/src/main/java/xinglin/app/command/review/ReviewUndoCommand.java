package xinglin.app.command.review;

import picocli.CommandLine.Command;
import xinglin.jobs.match.Review;

/** As if nobody had decided. */
@Command(name = "undo", mixinStandardHelpOptions = true)
final class ReviewUndoCommand extends DecisionCommand {
  ReviewUndoCommand() {
    super(Review.Decision.UNDO);
  }
}
