package xinglin.app.night.killed;

import java.nio.file.Path;
import xinglin.app.assembly.Night;
import xinglin.app.night.Examples;
import xinglin.jobs.batch.Progress;

/**
 * A process that dies without any clean-up when it first comes to a step. Arguments: home, step,
 * how often the step may report before.
 */
final class HaltingNight {
  private HaltingNight() {}

  public static void main(String[] arguments) {
    String step = arguments[1];
    int[] left = {Integer.parseInt(arguments[2])};
    Progress deadly =
        (name, done, total) -> {
          if (name.equals(step) && left[0]-- <= 0) {
            Runtime.getRuntime().halt(137);
          }
        };
    new Night(Examples.place(Path.of(arguments[0])), deadly).run(Night.Steps.ALL);
  }
}
