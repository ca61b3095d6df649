package xinglin.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import xinglin.app.command.form.FormCommand;
import xinglin.app.command.operation.DoctorCommand;
import xinglin.app.command.operation.ServeCommand;
import xinglin.app.command.partner.PartnerCommand;
import xinglin.app.command.release.ReleaseCommand;
import xinglin.app.command.review.ReviewCommand;
import xinglin.app.command.rollup.RollupCommand;
import xinglin.app.command.rule.RuleCommand;
import xinglin.app.command.trace.TraceCommand;
import xinglin.app.command.waive.WaiveCommand;

/** The program itself: names its commands. */
@Command(name = "xinglin", mixinStandardHelpOptions = true, version = "xinglin 0.1.0")
final class Xinglin implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private static Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("demo", DemoCommand::new);
    commands.put("nightly", NightlyCommand::new);
    commands.put("collect", CollectCommand::new);
    commands.put("load", LoadCommand::new);
    commands.put("publish", PublishCommand::new);
    commands.put("dispatch", DispatchCommand::new);
    commands.put("check", CheckCommand::new);
    commands.put("sql", SqlCommand::new);
    commands.put("trace", TraceCommand::new);
    commands.put("status", StatusCommand::new);
    commands.put("serve", ServeCommand::new);
    commands.put("doctor", DoctorCommand::new);
    commands.put("form", FormCommand::new);
    commands.put("rollup", RollupCommand::new);
    commands.put("partner", PartnerCommand::new);
    commands.put("review", ReviewCommand::new);
    commands.put("waive", WaiveCommand::new);
    commands.put("release", ReleaseCommand::new);
    commands.put("rule", RuleCommand::new);
    commands.put("rebuild", RebuildCommand::new);
    commands.put("train", TrainCommand::new);
    return commands;
  }

  /**
   * The command line with the one command that is asked for, since making all of them takes longer
   * than {@code status} does; else with all.
   */
  static CommandLine line(String[] arguments) {
    CommandLine line = new CommandLine(new Xinglin());
    Map<String, Supplier<Object>> commands = commands();
    if (arguments.length > 0 && commands.containsKey(arguments[0])) {
      commands.keySet().retainAll(Set.of(arguments[0]));
    }
    commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), spec.resourceBundle().getString("missing.command"));
  }
}
