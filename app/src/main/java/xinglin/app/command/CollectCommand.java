package xinglin.app.command;

import picocli.CommandLine.Command;
import xinglin.app.assembly.Night;

/** Takes what lies in the inbox. */
@Command(name = "collect", mixinStandardHelpOptions = true)
final class CollectCommand extends NightStep {
  @Override
  Night.Steps steps() {
    return Night.Steps.COLLECT;
  }
}
