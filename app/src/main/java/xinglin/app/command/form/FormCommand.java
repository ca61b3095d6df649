package xinglin.app.command.form;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Known forms, those of the home included. */
@Command(
    name = "form",
    mixinStandardHelpOptions = true,
    subcommands = {
      FormListCommand.class,
      FormTemplateCommand.class,
      FormSchemaCommand.class,
      FormTestCommand.class,
      FormDriftCommand.class
    })
public final class FormCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), spec.resourceBundle().getString("missing.form.command"));
  }
}
