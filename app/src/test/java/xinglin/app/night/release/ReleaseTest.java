package xinglin.app.night.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Night;
import xinglin.app.assembly.Workplace;
import xinglin.app.command.CommandLines;
import xinglin.app.night.Examples;
import xinglin.app.night.Published;
import xinglin.jobs.batch.Progress;

/** What was released stays what it was, whatever arrives afterwards. */
final class ReleaseTest {
  private static final String SUM =
      "select count(*), sum(value) from observation where measure_id = 'inspections'";
  @TempDir Path folder;

  private record Said(int code, String out, String err) {}

  private Said run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--home", folder.resolve("home").toString(), "--lang", "en"));
    int code =
        CommandLines.run(all.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    return new Said(code, out.toString(), err.toString());
  }

  @Test
  void aReleaseAnswersForEver() throws IOException {
    Path home = Examples.home(folder.resolve("home"));
    Examples.deliver(home, "jiangsu-2024/a-gulou-clean.xlsx");
    assertEquals(2, run("release", "create", "early").code());
    Examples.night(home);
    TreeMap<String, String> exports = exports(home);
    assertEquals(
        List.of(
            "completeness.csv",
            "completeness.json",
            "indicator.csv",
            "indicator.json",
            "reconciliation.csv",
            "reconciliation.json"),
        exports.keySet().stream().filter(name -> !name.startsWith("indicator_rev")).toList());
    assertEquals(
        Published.query(home, "select * from indicator order by all"),
        exports.get("indicator.csv").lines().skip(1).sorted().toList());

    assertEquals(2, run("release", "create", "../x").code());
    Said made =
        run("release", "create", "2024年中", "--embargo", "2999-01-01 09:00", "--reason", "通报");
    assertEquals(0, made.code(), made.err());
    assertEquals(2, run("release", "create", "2024年中").code());
    Path frozen = home.resolve("published/releases/2024年中");
    assertEquals("r-xr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(frozen)));
    String[] ask = {"sql", "--release", "2024年中", "--format", "csv", SUM};
    assertEquals(2, run(ask).code());
    assertTrue(run(ask).err().contains("may not be quoted before 2999"), run(ask).err());
    String[] anyway = {"sql", "--release", "2024年中", "--embargoed", "--format", "csv", SUM};
    String then = run(anyway).out();

    Examples.deliver(home, "jiangsu-2024/f-xinyi-messy.xlsx");
    Workplace later = Workplace.open(home, Clocks.fixed("2024-09-15T02:00:00+08:00"));
    new Night(later, Progress.SILENT).run(Night.Steps.ALL);
    assertEquals(2, Published.query(home, "select distinct division_code from observation").size());
    assertEquals(then, run(anyway).out());
    assertEquals(
        List.of("2024年中,通报"), Published.query(home, "select release_name, reason from release"));
    assertTrue(run("release", "list").out().contains("whole, under embargo"));

    Path altered = frozen.resolve("exports/indicator.csv");
    Files.setPosixFilePermissions(altered, PosixFilePermissions.fromString("rw-r--r--"));
    Files.writeString(altered, "indicator_id\n");
    assertTrue(run("release", "list").out().contains("altered: exports/indicator.csv"));
    assertTrue(run("doctor").out().contains("no longer what was frozen: exports/indicator.csv"));
  }

  private static TreeMap<String, String> exports(Path home) throws IOException {
    TreeMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(home.resolve("published/current/exports"))) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
