package xinglin.app.command;

import picocli.CommandLine.Command;
import xinglin.app.assembly.Night;

/** Judges what was collected. */
@Command(name = "load", mixinStandardHelpOptions = true)
final class LoadCommand extends NightStep {
  @Override
  Night.Steps steps() {
    return Night.Steps.LOAD;
  }
}
