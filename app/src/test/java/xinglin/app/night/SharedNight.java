package xinglin.app.night;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One home with one night on all examples, for all test classes of a build that only look: the
 * first to ask, in whichever process, makes it. Nobody may change it.
 */
public final class SharedNight {
  private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "target/nights");
  private static final String BUILD =
      System.getProperty("xinglin.build", "process " + ProcessHandle.current().pid())
          .replaceAll("[^0-9A-Za-z]", "");

  private SharedNight() {}

  public static synchronized Path onExamples() throws IOException {
    Files.createDirectories(FOLDER);
    try (FileChannel file =
            FileChannel.open(
                FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = file.lock()) {
      Path done = FOLDER.resolve(BUILD).resolve("done");
      Path home = done.resolveSibling("home").toAbsolutePath();
      if (lock.isValid() && Files.notExists(done)) {
        forget();
        Examples.home(home);
        Examples.deliver(home, any -> true);
        Examples.night(home);
        Files.createFile(done);
      }
      return home;
    }
  }

  /** What other builds made. */
  private static void forget() throws IOException {
    try (Stream<Path> inside = Files.walk(FOLDER)) {
      List<Path> old =
          inside
              .filter(path -> !path.equals(FOLDER) && !path.endsWith("nights/lock"))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path path : old) {
        Files.delete(path);
      }
    }
  }
}
