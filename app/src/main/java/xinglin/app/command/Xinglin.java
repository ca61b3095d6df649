package xinglin.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself: names its commands. */
@Command(
    name = "xinglin",
    mixinStandardHelpOptions = true,
    version = "xinglin 0.1.0",
    resourceBundle = "xinglin.app.texts",
    subcommands = {
      DemoCommand.class,
      NightlyCommand.class,
      CollectCommand.class,
      LoadCommand.class,
      PublishCommand.class,
      CheckCommand.class,
      SqlCommand.class,
      StatusCommand.class,
      FormCommand.class,
      RebuildCommand.class,
      TrainCommand.class
    })
final class Xinglin implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString("missing.command"));
  }
}
