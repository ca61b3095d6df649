package xinglin.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A home that only ever holds example data: it says so in {@code config/demo}, and may therefore be
 * made anew.
 */
public record DemoHome(Path folder, Path examples) {
  private static final String MARKER = "config/demo";

  /** Whether the folder is not there, empty, or a demo made before. Anything else is left alone. */
  public boolean isFreeOrDemo() throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return Files.exists(folder.resolve(MARKER)) || inside.findAny().isEmpty();
    }
  }

  /**
   * Makes the home with the examples in its inbox; returns how many files wait there, envelopes not
   * counted.
   */
  public int make() throws IOException {
    remove();
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        folder.resolve(MARKER), "This home was made by `./xinglin demo` and is made anew by it.\n");
    copy(examples.resolve("config"), folder.resolve("config"));
    return copy(examples.resolve("inbox"), folder.resolve("inbox"));
  }

  private void remove() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          if (!path.equals(folder)) {
            Files.delete(path);
          }
        }
      }
    }
  }

  private static int copy(Path from, Path to) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(from)) {
      paths = walk.sorted().toList();
    }
    int files = 0;
    for (Path path : paths) {
      Path target = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(target);
      } else {
        Files.copy(
            path, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        files += path.toString().endsWith(".envelope.json") ? 0 : 1;
      }
    }
    return files;
  }
}
