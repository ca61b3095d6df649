package xinglin.app.command.partner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Those who send and receive. */
@Command(
    name = "partner",
    mixinStandardHelpOptions = true,
    subcommands = {
      PartnerListCommand.class,
      PartnerTestCommand.class,
      PartnerTrustKeyCommand.class,
      PartnerAcceptCommand.class
    })
public final class PartnerCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), spec.resourceBundle().getString("missing.partner.command"));
  }
}
