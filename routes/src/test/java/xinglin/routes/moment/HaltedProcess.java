package xinglin.routes.moment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own, which a test kills at a moment. */
public final class HaltedProcess {
  /** What a process that died without any clean-up ends with. */
  public static final int KILLED = 137;

  private HaltedProcess() {}

  /** Dies without any clean-up when it first comes to a moment; for the process itself. */
  public static Moments deadly(String moment) {
    Moment deadly = Moment.valueOf(moment);
    return reached -> {
      if (reached == deadly) {
        Runtime.getRuntime().halt(KILLED);
      }
    };
  }

  /**
   * Runs a class that dies, and waits for its end.
   *
   * @return what it ended with
   */
  public static int run(Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return process.exitValue();
  }
}
