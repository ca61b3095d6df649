package xinglin.app.command.rule;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What rules do. */
@Command(
    name = "rule",
    mixinStandardHelpOptions = true,
    subcommands = {RuleImpactCommand.class})
public final class RuleCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), spec.resourceBundle().getString("missing.rule.command"));
  }
}
