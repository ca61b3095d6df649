package xinglin.app.night.mail;

import java.nio.file.Path;
import xinglin.app.assembly.Dispatch;
import xinglin.app.night.Examples;
import xinglin.jobs.batch.Progress;
import xinglin.routes.moment.Moment;
import xinglin.routes.moment.Moments;

/**
 * A process that dies without any clean-up when dispatch first comes to a moment. Arguments: home,
 * moment.
 */
final class HaltingDispatch {
  private HaltingDispatch() {}

  public static void main(String[] arguments) {
    Moment deadly = Moment.valueOf(arguments[1]);
    Moments moments =
        moment -> {
          if (moment == deadly) {
            Runtime.getRuntime().halt(137);
          }
        };
    new Dispatch(Examples.place(Path.of(arguments[0])), moments).once(Progress.SILENT);
  }
}
