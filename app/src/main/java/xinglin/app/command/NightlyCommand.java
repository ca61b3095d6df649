package xinglin.app.command;

import picocli.CommandLine.Command;
import xinglin.app.assembly.Night;

/** Collect, load, publish and dispatch, in order. */
@Command(name = "nightly", mixinStandardHelpOptions = true)
final class NightlyCommand extends NightStep {
  @Override
  Night.Steps steps() {
    return Night.Steps.ALL;
  }
}
