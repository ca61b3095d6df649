package xinglin.app.night;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Night;
import xinglin.app.assembly.NightResult;
import xinglin.app.assembly.Workplace;
import xinglin.jobs.batch.Progress;

/**
 * The example files, and homes made of them. All homes have the same key, so that pseudonyms can be
 * compared.
 */
public final class Examples {
  static final String NOW = "2024-08-15T02:00:00+08:00";
  private static final String KEY = "bm90IGEgc2VjcmV0IGF0IGFsbCwgb25seSBhIHRlc3Q=";

  private Examples() {}

  public static Path folder() {
    return Path.of(System.getProperty("xinglin.root", ".."), "examples");
  }

  /**
   * What a file is expected to become; {@code acceptable} is empty where only one verdict will do.
   */
  public record Expected(String file, String verdict, String acceptable) {
    boolean accepts(String got) {
      return got.equals(verdict) || got.equals(acceptable);
    }
  }

  public static List<Expected> expected() throws IOException {
    try (InputStream in = Examples.class.getResourceAsStream("/xinglin/app/verdicts.csv")) {
      if (in == null) {
        throw new IOException("Cannot find verdicts.csv");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(cells -> new Expected(cells[0], cells[1], cells[2]))
          .toList();
    }
  }

  /** A home with partners and nothing in its inbox. */
  public static Path home(Path folder) throws IOException {
    copy(Examples.folder().resolve("config"), folder.resolve("config"));
    Files.createDirectories(folder.resolve("inbox"));
    place(folder);
    Files.writeString(folder.resolve(".restricted-key"), KEY + "\n");
    return folder;
  }

  public static Workplace place(Path home) {
    return Workplace.openOrCreate(home, Clocks.fixed(NOW));
  }

  public static NightResult night(Path home) {
    return new Night(place(home), Progress.SILENT).run(Night.Steps.ALL);
  }

  /** The first half of a night: what has come is judged and stored, and nothing is published. */
  public static void load(Path home) {
    for (Night.Steps steps : List.of(Night.Steps.COLLECT, Night.Steps.LOAD)) {
      new Night(place(home), Progress.SILENT).run(steps);
    }
  }

  /** All files that the given test takes, with their envelopes; returns their number. */
  public static int deliver(Path home, Predicate<String> wanted) throws IOException {
    int files = 0;
    for (Expected one : expected()) {
      if (wanted.test(one.file())) {
        deliver(home, one.file());
        files++;
      }
    }
    return files;
  }

  public static void deliver(Path home, String file) throws IOException {
    Path from = folder().resolve("inbox").resolve(file);
    Path to = home.resolve("inbox").resolve(file);
    Files.createDirectories(to.getParent());
    String envelope = from.getFileName() + ".envelope.json";
    Files.copy(from.resolveSibling(envelope), to.resolveSibling(envelope));
    Files.copy(from, to);
  }

  public static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** A folder with all in it. */
  public static void copy(Path from, Path to) throws IOException {
    List<Path> paths = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(from)) {
      walk.sorted().forEach(paths::add);
    }
    for (Path path : paths) {
      Path target = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(target);
      } else {
        Files.copy(path, target);
      }
    }
  }
}
