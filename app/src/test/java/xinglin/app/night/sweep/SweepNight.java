package xinglin.app.night.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import xinglin.app.assembly.Night;
import xinglin.app.assembly.Workplace;
import xinglin.app.night.Examples;
import xinglin.app.night.Published;
import xinglin.app.night.Sha;
import xinglin.jobs.batch.Progress;

/** A night on all examples, some of them with other contents in some cells. */
final class SweepNight {
  private static final String NOW = "2024-08-15T02:00:00+08:00";
  private static final String VALUES =
      "select indicator_id, window_start, division_code, numerator, denominator, value,"
          + " published_value, published_matches, target, expected_reports, received_reports, coverage"
          + " from indicator order by all";
  private final Path folder;
  private final Map<String, Contents> contents;
  private final Map<Change, String> verdicts = new java.util.IdentityHashMap<>();

  SweepNight(Path folder, Map<String, Contents> contents) throws IOException {
    this.folder = folder;
    this.contents = contents;
    Files.createDirectories(folder.resolve("made"));
  }

  String now() {
    return NOW;
  }

  /** The examples as they are. */
  Path base() throws IOException {
    Path home = folder.resolve("base");
    if (Files.notExists(home.resolve("published/current"))) {
      run(home, Map.of());
    }
    return home;
  }

  List<String> values(Path home) throws IOException {
    return Published.query(home, VALUES);
  }

  /** A copy of the file with these contents. */
  Path write(String file, Map<String, String> cells) throws IOException {
    Path made = folder.resolve("made").resolve(Path.of(file).getFileName());
    Files.copy(
        Examples.folder().resolve("inbox").resolve(file),
        made,
        StandardCopyOption.REPLACE_EXISTING);
    CellWriter.write(made, contents.get(file).format(), cells);
    return made;
  }

  /** Rows that are others than these: indicator, first day of the window, division. */
  Set<String> changed(List<Change> changes, List<String> before) throws IOException {
    Map<String, Map<String, String>> files = new TreeMap<>();
    changes.forEach(
        it -> files.computeIfAbsent(it.cell().file(), any -> new TreeMap<>()).putAll(it.cells()));
    Path home = folder.resolve("home");
    forget(home);
    Map<String, String> sent = run(home, files);
    Map<String, String> shas = new TreeMap<>();
    for (String line :
        Published.query(
            home,
            "select sha256, string_agg(distinct verdict, ' ') from submission group by all")) {
      shas.put(line.split(",", -1)[0], line.split(",", -1)[1]);
    }
    for (Change change : changes) {
      verdicts.put(
          change, shas.getOrDefault(sent.getOrDefault(change.cell().file(), ""), "not current"));
    }
    Set<String> was = new HashSet<>(before);
    Set<String> is = new HashSet<>(values(home));
    Set<String> changed = new TreeSet<>();
    was.stream().filter(it -> !is.contains(it)).forEach(it -> changed.add(key(it)));
    is.stream().filter(it -> !was.contains(it)).forEach(it -> changed.add(key(it)));
    return changed;
  }

  String verdict(Change change) {
    return verdicts.getOrDefault(change, "");
  }

  private static String key(String line) {
    return String.join(",", List.of(line.split(",", -1)).subList(0, 3));
  }

  private Map<String, String> run(Path home, Map<String, Map<String, String>> files)
      throws IOException {
    Map<String, String> sent = new TreeMap<>();
    Examples.home(home);
    Examples.deliver(home, any -> true);
    for (Map.Entry<String, Map<String, String>> one : files.entrySet()) {
      Path made = write(one.getKey(), one.getValue());
      Files.copy(
          made, home.resolve("inbox").resolve(one.getKey()), StandardCopyOption.REPLACE_EXISTING);
      sent.put(one.getKey(), Sha.of(made));
    }
    Workplace place = Examples.place(home);
    for (Night.Steps step : List.of(Night.Steps.COLLECT, Night.Steps.LOAD_AND_PUBLISH)) {
      new Night(place, Progress.SILENT).run(step);
    }
    return sent;
  }

  private static void forget(Path home) throws IOException {
    if (Files.notExists(home)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(home)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
