package xinglin.routes.sftp;

import java.io.IOException;
import java.nio.file.Path;
import xinglin.jobs.batch.Progress;
import xinglin.routes.moment.HaltedProcess;

/**
 * A process that dies without any clean-up when it first comes to a moment. Arguments: folder of
 * home, password and known hosts, port of the server, moment.
 */
final class HaltingFetch {
  private HaltingFetch() {}

  public static void main(String[] arguments) throws IOException {
    new County(Path.of(arguments[0]), Integer.parseInt(arguments[1]))
        .channels(HaltedProcess.deadly(arguments[2]))
        .collectOnce(Progress.SILENT);
  }
}
