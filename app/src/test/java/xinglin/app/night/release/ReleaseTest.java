package xinglin.app.night.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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

/**
 * What was released stays what it was, whatever arrives afterwards; a form that was sent back
 * counts once its errors are let pass, without being loaded again.
 */
final class ReleaseTest {
  private static final String SUM =
      "select count(*), sum(value) from observation where measure_id = 'inspections'";
  private static final String VERDICTS =
      "select reporter_code, verdict, waived_count from submission"
          + " where reporter_code <> '320381' order by 1";
  private static final String INSPECTIONS =
      "select division_code, value from indicator where indicator_id = 'inspections'"
          + " and window_start = '2024-01-01' and division_code = '320311'";
  private static final String[] ASK = {"sql", "--release", "2024年中", "--format", "csv", SUM};
  private static final String[] ANYWAY = {
    "sql", "--release", "2024年中", "--embargoed", "--format", "csv", SUM
  };
  @TempDir Path folder;

  private record Said(int code, String out, String err) {}

  private Said run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--home", home().toString(), "--lang", "en"));
    int code =
        CommandLines.run(all.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    return new Said(code, out.toString(), err.toString());
  }

  private Path home() {
    return folder.resolve("home");
  }

  private List<String> query(String sql) throws IOException {
    return Published.query(home(), sql);
  }

  private void night(Night.Steps steps, String now) {
    new Night(Workplace.open(home(), Clocks.fixed(now)), Progress.SILENT).run(steps);
  }

  @Test
  void aReleaseAnswersForEverAndAWaivedFormCounts() throws IOException {
    Path home = Examples.home(home());
    Examples.deliver(home, "jiangsu-2024/a-gulou-clean.xlsx");
    Examples.deliver(home, "jiangsu-2024/d-quanshan-total-mismatch.xlsx");
    assertEquals(2, run("release", "create", "early").code());
    Examples.night(home);
    String then = released();

    waive();
    Examples.deliver(home, "jiangsu-2024/f-xinyi-messy.xlsx");
    night(Night.Steps.ALL, "2999-08-16T02:00:00+08:00");
    waivedFiguresCount();
    assertEquals(
        List.of("320302", "320311", "320381"),
        query("select distinct division_code from observation order by 1"));
    assertEquals(then, run(ANYWAY).out());
    assertEquals(List.of("2024年中,通报"), query("select release_name, reason from release"));
    assertTrue(run("release", "list").out().contains("whole, under embargo"));

    withdrawn();
    night(Night.Steps.PUBLISH, "2999-08-17T02:00:00+08:00");
    assertEquals(List.of("320302,accepted,0", "320311,rejected,0"), query(VERDICTS));
    assertTrue(!run("status").out().contains("frozen"));
    altered();
  }

  /** What the release answers on its day. */
  private String released() throws IOException {
    TreeMap<String, String> exports = exports();
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
        query("select * from indicator order by all"),
        exports.get("indicator.csv").lines().skip(1).sorted().toList());
    assertEquals(2, run("release", "create", "../x").code());
    Said made =
        run("release", "create", "2024年中", "--embargo", "2999-01-01 09:00", "--reason", "通报");
    assertEquals(0, made.code(), made.err());
    assertEquals(2, run("release", "create", "2024年中").code());
    assertEquals(
        "r-xr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(frozen())));
    assertEquals(2, run(ASK).code());
    assertTrue(
        run(ASK).err().contains("may not be quoted before 2999-01-01 09:00."), run(ASK).err());
    String[] rollup = {
      "rollup",
      "jiangsu-campaign-summary",
      "--division",
      "320300",
      "--release",
      "2024年中",
      "--out",
      folder.toString()
    };
    assertEquals(2, run(rollup).code());
    return run(ANYWAY).out();
  }

  private Path frozen() {
    return home().resolve("published/releases/2024年中");
  }

  private void waive() throws IOException {
    assertEquals(List.of("320302,accepted,0", "320311,rejected,0"), query(VERDICTS));
    String id = query("select submission_id from submission where verdict = 'rejected'").get(0);
    assertEquals(
        List.of("TOTAL_MISMATCH"),
        query("select distinct code from finding where severity = 'error'"));
    assertEquals(2, run("waive", id, "--code", "TOTAL_MISMATCH").code());
    Said other = run(waiver(id, "LATE", "a", "b"));
    assertEquals(2, other.code());
    assertTrue(other.err().contains("Its errors: TOTAL_MISMATCH "), other.err());
    Said done = run(waiver(id, "TOTAL_MISMATCH", "核对过", "监督一科"));
    assertEquals(0, done.code(), done.err());
    assertTrue(done.out().contains("its figures will count"), done.out());
  }

  private static String[] waiver(String id, String code, String reason, String approver) {
    return new String[] {
      "waive",
      id,
      "--code",
      code,
      "--reason",
      reason,
      "--approver",
      approver,
      "--until",
      "2999-12-31"
    };
  }

  private void waivedFiguresCount() throws IOException {
    assertEquals(List.of("320302,accepted,0", "320311,accepted_with_warnings,1"), query(VERDICTS));
    assertEquals(
        List.of("监督一科"),
        query(
            "select waived_by from finding join submission using (submission_id)"
                + " where severity = 'error' and reporter_code = '320311'"));
    List<String> with = query(INSPECTIONS);
    assertEquals(1, with.size());
    assertEquals(
        List.of(with.get(0) + ",1,0"),
        query(
            "select division_code, value, received_reports, received_without_waivers from"
                + " indicator_without_waivers where value_without_waivers is null and"
                + " indicator_id = 'inspections' and division_code = '320311'"));
    assertEquals(
        "value\n",
        run(
                "sql",
                "--without-waivers",
                "--format",
                "csv",
                "select value from observation where division_code = '320311'")
            .out());
  }

  private void withdrawn() {
    // The release is the first decision of the journal.
    Said done = run("waive", "withdraw", "w2", "--by", "监督一科");
    assertEquals(0, done.code(), done.err());
    assertEquals(2, run("waive", "withdraw", "w2", "--by", "监督一科").code());
    assertEquals("No waiver holds.\n", run("waive", "list").out());
    assertTrue(
        run("waive", "list", "--all", "--json").out().contains("\"standing\" : \"withdrawn\""));
  }

  private void altered() throws IOException {
    Path altered = frozen().resolve("exports/indicator.csv");
    Files.setPosixFilePermissions(altered, PosixFilePermissions.fromString("rw-r--r--"));
    Files.writeString(altered, "indicator_id\n");
    assertTrue(run("release", "list").out().contains("altered: exports/indicator.csv"));
    assertTrue(run("status").out().contains("no longer what was frozen: exports/indicator.csv"));
    assertTrue(run("doctor").out().contains("no longer what was frozen: exports/indicator.csv"));
    // With the time of writing of an older file, as cp -p leaves it.
    Files.setLastModifiedTime(altered, FileTime.fromMillis(0));
    assertTrue(run("status").out().contains("no longer what was frozen: exports/indicator.csv"));
    Path sums = frozen().resolve("SHA256SUMS");
    Files.setPosixFilePermissions(frozen(), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.delete(sums);
    Files.createDirectory(sums);
    Said said = run("status");
    assertEquals(0, said.code(), said.err());
    assertTrue(said.out().contains("The folder of release 2024年中 cannot be read"), said.out());
    assertTrue(run("doctor").out().contains("The folder of release 2024年中 cannot be read"));
  }

  private TreeMap<String, String> exports() throws IOException {
    TreeMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(home().resolve("published/current/exports"))) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
