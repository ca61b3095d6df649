package xinglin.app.night.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Night;
import xinglin.app.assembly.Workplace;
import xinglin.app.command.CommandLines;
import xinglin.app.night.Examples;
import xinglin.app.night.Published;
import xinglin.jobs.batch.Progress;

/** A form that was sent back counts once its errors are let pass, without being loaded again. */
final class WaivedSubmissionTest {
  private static final String VERDICTS =
      "select reporter_code, verdict, waived_count from submission order by 1";
  private static final String INSPECTIONS =
      "select division_code, value from %s where indicator_id = 'inspections'"
          + " and window_start = '2024-01-01' and division_code = '320311'";
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

  private static Night night(Path home, String now) {
    return new Night(Workplace.open(home, Clocks.fixed(now)), Progress.SILENT);
  }

  @Test
  void itsFiguresCountFromTheNextPublish() throws IOException {
    Path home = Examples.home(folder.resolve("home"));
    Examples.deliver(home, "jiangsu-2024/a-gulou-clean.xlsx");
    Examples.deliver(home, "jiangsu-2024/d-quanshan-total-mismatch.xlsx");
    Examples.night(home);
    assertEquals(
        List.of("320302,accepted,0", "320311,rejected,0"), Published.query(home, VERDICTS));
    String id =
        Published.query(home, "select submission_id from submission where verdict = 'rejected'")
            .get(0);
    List<String> codes =
        Published.query(home, "select distinct code from finding where severity = 'error'");
    assertEquals(List.of("TOTAL_MISMATCH"), codes);

    String[] waive = {
      "waive",
      id,
      "--code",
      "TOTAL_MISMATCH",
      "--reason",
      "核对过",
      "--approver",
      "监督一科",
      "--until",
      "2999-12-31"
    };
    assertEquals(2, run("waive", id, "--code", "TOTAL_MISMATCH").code());
    Said other =
        run(
            "waive",
            id,
            "--code",
            "LATE",
            "--reason",
            "a",
            "--approver",
            "b",
            "--until",
            "2999-12-31");
    assertEquals(2, other.code());
    assertTrue(other.err().contains("Its errors: TOTAL_MISMATCH "), other.err());
    Said done = run(waive);
    assertEquals(0, done.code(), done.err());
    assertTrue(done.out().contains("its figures will count"), done.out());
    night(home, "2999-08-16T02:00:00+08:00").run(Night.Steps.PUBLISH);
    assertEquals(
        List.of("320302,accepted,0", "320311,accepted_with_warnings,1"),
        Published.query(home, VERDICTS));
    assertEquals(
        List.of("监督一科"),
        Published.query(home, "select waived_by from finding where severity = 'error'"));
    List<String> with = Published.query(home, Examples.text(INSPECTIONS, "indicator"));
    assertEquals(1, with.size());
    assertEquals(
        List.of(with.get(0) + ",1,0"),
        Published.query(
            home,
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

    assertEquals(0, run("waive", "withdraw", "w1", "--by", "监督一科").code());
    assertEquals(2, run("waive", "withdraw", "w1", "--by", "监督一科").code());
    assertEquals("No waiver holds.\n", run("waive", "list").out());
    assertTrue(
        run("waive", "list", "--all", "--json").out().contains("\"standing\" : \"withdrawn\""));
    night(home, "2999-08-17T02:00:00+08:00").run(Night.Steps.PUBLISH);
    assertEquals(
        List.of("320302,accepted,0", "320311,rejected,0"), Published.query(home, VERDICTS));
  }
}
