package xinglin.app.night.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import xinglin.app.assembly.FileCheck;
import xinglin.app.night.Examples;
import xinglin.app.night.Published;

/**
 * Changes one cell of an example file, loads the copy in place of the file in a new home,
 * publishes, and notes every row of {@code indicator} that is another one. Several cells go through
 * one night where they are of different files or lines; what is not as trace said is tried alone.
 *
 * <p>{@code CellSweep FOLDER --every N --unread N --seed S --minutes M --alone}
 */
public final class CellSweep {
  private static final int LINES_OF_PENALTIES = 6;
  private static final int LINES = 3;
  private final Path folder;
  private final Map<String, Contents> contents;
  private final SweepNight nights;

  private CellSweep(Path folder, Map<String, Contents> contents) throws IOException {
    this.folder = folder;
    this.contents = contents;
    this.nights = new SweepNight(folder, contents);
  }

  public static void main(String... words) throws IOException {
    Path folder = Path.of(words[0]);
    Map<String, String> options = new TreeMap<>();
    for (int i = 1; i + 1 < words.length; i += 2) {
      options.put(words[i], words[i + 1]);
    }
    List<String> files = Examples.expected().stream().map(Examples.Expected::file).toList();
    CellSweep sweep = new CellSweep(folder, ReadCells.contents(files));
    sweep.run(
        Integer.parseInt(options.getOrDefault("--every", "10")),
        Integer.parseInt(options.getOrDefault("--unread", "20")),
        Long.parseLong(options.getOrDefault("--seed", "1")),
        Integer.parseInt(options.getOrDefault("--minutes", "20")),
        options.getOrDefault("--alone", "no").equals("yes"));
  }

  private void run(int every, int unread, long seed, int minutes, boolean alone)
      throws IOException {
    Path base = nights.base();
    if (minutes == 0) {
      return; // only the night on the examples as they are, for SweepVerdict
    }
    List<String> values = nights.values(base);
    List<ReadCell> cells = ReadCells.of(base, contents);
    List<String> names =
        Published.query(
            base,
            "select distinct name from division where division_code in (select reporter_code from submission) order by all");
    List<Change> changes = new Candidates(cells, names).every(every, unread, seed);
    System.out.println(cells.size() + " cells, " + changes.size() + " changes chosen");
    List<Change> good = new ArrayList<>();
    FileCheck check =
        FileCheck.of(folder.resolve("none"), xinglin.app.assembly.Clocks.fixed(nights.now()));
    Map<String, Integer> errors = new LinkedHashMap<>();
    for (String file : contents.keySet()) {
      if (!file.startsWith("delta"))
        errors.put(file, errors(check, Examples.folder().resolve("inbox").resolve(file)));
    }
    for (Change change : changes) {
      try {
        Path made = nights.write(change.cell().file(), change.cells());
        if (!change.cell().form().equals("penalty-records")
            && errors(check, made) > errors.get(change.cell().file())) {
          note("refused", change, codes(check, made));
        } else {
          good.add(change);
        }
      } catch (IOException | RuntimeException e) {
        note("unwritten", change, String.valueOf(e.getMessage()));
      }
    }
    System.out.println(good.size() + " of them pass the checks");
    long end = System.nanoTime() + minutes * 60_000_000_000L;
    Collections.shuffle(good, new Random(seed));
    int night = 0;
    while (!good.isEmpty() && System.nanoTime() < end) {
      List<Change> together = alone ? List.of(good.get(0)) : together(good);
      good.removeAll(together);
      night++;
      Set<String> changed = nights.changed(together, values);
      for (Change change : together) {
        note("night" + seed + "." + night, change, nights.verdict(change));
      }
      Files.write(
          folder.resolve("changed.tsv"),
          lines("night" + seed + "." + night, changed),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      System.out.println(
          "night "
              + night
              + ": "
              + together.size()
              + " cells, "
              + changed.size()
              + " values changed, "
              + good.size()
              + " left");
    }
  }

  private static List<String> lines(String night, Set<String> changed) {
    return changed.stream().map(it -> night + "\t" + it).toList();
  }

  private static int errors(FileCheck check, Path file) throws IOException {
    xinglin.app.assembly.CheckedFile checked = check.check(file);
    int errors = checked.reading().forms().isEmpty() ? 100 : 0;
    for (xinglin.schemas.reading.FormReading form : checked.reading().forms()) {
      errors +=
          (int)
              checked.findings(java.util.Optional.of(form)).stream()
                  .filter(it -> it.severity() == xinglin.schemas.finding.Severity.ERROR)
                  .count();
    }
    return errors;
  }

  private static String codes(FileCheck check, Path file) throws IOException {
    xinglin.app.assembly.CheckedFile checked = check.check(file);
    return checked.reading().forms().stream()
        .flatMap(form -> checked.findings(java.util.Optional.of(form)).stream())
        .filter(it -> it.severity() == xinglin.schemas.finding.Severity.ERROR)
        .map(it -> it.code())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** One of each file, of different measures in files of one form; several lines of penalties. */
  private static List<Change> together(List<Change> from) {
    List<Change> chosen = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    Map<String, Integer> files = new TreeMap<>();
    for (Change change : from) {
      ReadCell cell = change.cell();
      int most =
          switch (cell.table()) {
            case "penalty" -> LINES_OF_PENALTIES;
            case "heading", "unread" -> 1;
            default -> LINES;
          };
      boolean isHeading = cell.table().equals("heading") || cell.table().equals("unread");
      String key =
          cell.table().equals("penalty")
              ? cell.file() + cell.row()
              : isHeading
                  ? cell.form()
                  : cell.kind().equals("number")
                      ? cell.form() + cell.columns()
                      : cell.file() + cell.row();
      if (files.getOrDefault(cell.file(), 0) < most
          && !taken.contains(key)
          && !taken.contains(cell.form())
          && !(isHeading
              && taken.stream()
                  .anyMatch(it -> it.startsWith(cell.form()) || it.startsWith(cell.file())))) {
        chosen.add(change);
        taken.add(key);
        files.merge(cell.file(), 1, Integer::sum);
      }
    }
    return chosen;
  }

  private void note(String night, Change change, String verdict) throws IOException {
    ReadCell cell = change.cell();
    Files.write(
        folder.resolve("tried.tsv"),
        List.of(
            List.of(
                    night,
                    cell.file(),
                    cell.form(),
                    cell.submissionId(),
                    cell.table(),
                    cell.sheet(),
                    cell.address(),
                    cell.columns(),
                    cell.kind(),
                    cell.text(),
                    change.to(),
                    verdict)
                .stream()
                .map(it -> it.replaceAll("[\t\r\n]+", " "))
                .collect(Collectors.joining("\t"))),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
