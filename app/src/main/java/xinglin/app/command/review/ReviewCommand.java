package xinglin.app.command.review;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether two parties are one, where only likeness says so. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    subcommands = {
      ReviewListCommand.class,
      ReviewShowCommand.class,
      ReviewAcceptCommand.class,
      ReviewRefuseCommand.class,
      ReviewUndoCommand.class
    })
public final class ReviewCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), spec.resourceBundle().getString("missing.review.command"));
  }
}
