package xinglin.app.command.release;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Frozen publications. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    subcommands = {ReleaseCreateCommand.class, ReleaseListCommand.class})
public final class ReleaseCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), spec.resourceBundle().getString("missing.release.command"));
  }
}
