package xinglin.app.command;

import picocli.CommandLine.Command;
import xinglin.app.assembly.Night;

/** Shows readers what is committed. */
@Command(name = "publish", mixinStandardHelpOptions = true)
final class PublishCommand extends NightStep {
  @Override
  Night.Steps steps() {
    return Night.Steps.PUBLISH;
  }
}
