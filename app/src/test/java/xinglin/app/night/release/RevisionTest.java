package xinglin.app.night.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Night;
import xinglin.app.assembly.Workplace;
import xinglin.app.command.CommandLines;
import xinglin.app.night.Examples;
import xinglin.app.night.Published;
import xinglin.app.night.exchange.PenaltyCsv;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.release.ReleaseRequest;
import xinglin.jobs.release.Releases;
import xinglin.jobs.waive.WaivableErrors;
import xinglin.jobs.waive.Waivers;
import xinglin.warehouse.query.AsOf;
import xinglin.warehouse.query.CsvFormat;
import xinglin.warehouse.query.PublishedQuery;

/**
 * A release, then three months of late reports, resubmissions, a waiver and a withdrawn penalty:
 * the release answers as on its day, every changed value is explained, days can be asked for, and a
 * rebuild gives all of it again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RevisionTest {
  private static final String INDICATORS = "select * from indicator order by all";
  private final Map<String, List<String>> published = new TreeMap<>();
  private Path home = Path.of("");

  @BeforeAll
  void threeMonths(@TempDir Path folder) throws IOException {
    home = Examples.home(folder.resolve("home"));
    Examples.deliver(home, "jiangsu-2024/a-gulou-clean.xlsx");
    Examples.deliver(home, "jiangsu-2024/d-quanshan-total-mismatch.xlsx");
    Examples.deliver(home, "jiangsu-2024/f-xinyi-messy.xlsx");
    penalty("320000", "2024-07-15", PenaltyCsv.JIANGSU, "徐鼓卫医罚〔2024〕901号", "2024-03-01", "");
    penalty("310000", "2024-07-15", PenaltyCsv.SHANGHAI, "嘉卫医罚〔2024〕901号", "2024-04-01", "");
    night("2024-08-10");
    Workplace place = place("2024-08-10");
    new Releases(place.home(), place.ledger())
        .create(new ReleaseRequest("mid-year", Optional.empty(), "", "", place.clock().instant()));
    waiveQuanshan("2024-08-20T09:00:00Z");
    penalty("330000", "2024-08-20", PenaltyCsv.ZHEJIANG, "拱卫医罚〔2024〕901号", "2024-05-01", "");
    deliver("jiangsu-2024/i-xinyi-clean.ods", "320381", "2024-08-25");
    deliver("jiangsu-2024/c-jiawang-clean.docx", "320305", "2024-08-28");
    night("2024-09-01");
    deliver("jiangsu-2024/g-quanshan-resubmitted.xlsx", "320311", "2024-09-22");
    penalty("310000", "2024-10-15", PenaltyCsv.SHANGHAI, "嘉卫医罚〔2024〕901号", "2024-04-01", "撤销");
    night("2024-11-05");
  }

  private Workplace place(String day) {
    return Workplace.open(home, Clocks.fixed(day + "T02:00:00+08:00"));
  }

  private void night(String day) throws IOException {
    new Night(place(day), Progress.SILENT).run(Night.Steps.ALL);
    published.put(day, Published.query(home, INDICATORS));
  }

  private void waiveQuanshan(String at) throws IOException {
    String id =
        Published.query(home, "select submission_id from submission where verdict = 'rejected'")
            .get(0);
    Workplace place = place("2024-08-20");
    new Waivers(place.ledger())
        .add(
            Instant.parse(at),
            WaivableErrors.of(place.home().published(), id).get(0),
            true,
            "核对过",
            "监督一科",
            LocalDate.parse("2025-12-31"));
  }

  private void deliver(String file, String partner, String day) throws IOException {
    Path to = home.resolve("inbox").resolve(file);
    Files.createDirectories(to.getParent());
    Files.copy(Examples.folder().resolve("inbox").resolve(file), to);
    Files.writeString(
        to.resolveSibling(to.getFileName() + ".envelope.json"),
        "{\"partner\": \"" + partner + "\", \"received_at\": \"" + day + "T18:00:00+08:00\"}");
  }

  private void penalty(
      String partner, String day, String authority, String document, String decided, String remark)
      throws IOException {
    PenaltyCsv.deliver(
        home,
        partner,
        PenaltyCsv.row(
                "司徒若溪", "990001198001019018", document, "某路5号", decided, authority.strip() + remark)
            + "\n");
    Files.writeString(
        home.resolve("inbox/" + partner + ".csv.envelope.json"),
        "{\"partner\": \"" + partner + "\", \"received_at\": \"" + day + "T18:00:00+08:00\"}");
  }

  private static List<String> lines(PublishedQuery query, String sql) throws IOException {
    StringBuilder out = new StringBuilder();
    query.print(sql, new CsvFormat(), out);
    return out.toString().lines().skip(1).toList();
  }

  @Test
  void theReleaseAnswersAsOnItsDay() throws IOException {
    try (PublishedQuery query =
        PublishedQuery.release(home.resolve("published"), "mid-year", Optional.empty())) {
      assertEquals(published.get("2024-08-10"), lines(query, INDICATORS));
    }
    assertTrue(!published.get("2024-08-10").equals(Published.query(home, INDICATORS)));
  }

  @Test
  void everyDayCanBeAskedFor() throws IOException {
    for (String day : List.of("2024-08-10", "2024-09-01")) {
      AsOf then = new AsOf(LocalDate.parse(day));
      try (PublishedQuery query =
          PublishedQuery.current(home.resolve("published"), Optional.of(then))) {
        assertEquals(published.get(day), lines(query, INDICATORS), day);
        String changed = "select count(*) from indicator_revision where changes > 0";
        assertEquals(
            List.of(day.equals("2024-08-10")),
            lines(query, changed).stream().map("0"::equals).toList());
      }
    }
  }

  /** Value, statement and the rows that trace lists agree, on earlier days and in a release. */
  @Test
  void traceGoesAsFarBackAsTheValues() throws IOException {
    assertEquals("569", traced("--as-of", "2024-08-10"));
    assertEquals("1499", traced("--as-of", "2024-09-01"));
    assertEquals("569", traced("--release", "mid-year"));
    String now = traced();
    assertEquals(
        List.of(now),
        Published.query(
            home,
            "select cast(value as integer) from indicator_for('inspections', date '2024-01-01', date"
                + " '2026-12-31') where division_code = '320300'"));
    // The county's first report was rejected; it counts from the waiver to the next report.
    String id =
        Published.query(
                home,
                "select submission_id from history.submission where reporter_code = '320311' and"
                    + " verdict = 'rejected'")
            .get(0);
    assertTrue(!feeds(id, "--as-of", "2024-08-10"));
    assertTrue(feeds(id, "--as-of", "2024-09-01"));
    assertTrue(!feeds(id));
  }

  /** The value as trace states it, which is the sum of the rows it lists. */
  private String traced(String... more) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of("trace", "inspections", "--division", "320300", "--window", "2024-2026"));
    JsonNode said = said(words, more);
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode row : said.path("rows")) {
      if (row.path("role").asText().equals("numerator")) {
        assertTrue(!row.path("cells").asText().isEmpty(), row.toString());
        assertEquals(1, row.path("files").size(), row.toString());
        sum = sum.add(row.path("amount").decimalValue());
      }
    }
    assertEquals(0, sum.compareTo(said.path("value").decimalValue()), said.toString());
    return sum.stripTrailingZeros().toPlainString();
  }

  private boolean feeds(String submission, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("trace", submission, "--window", "2024-2026"));
    return said(words, more).get(0).path("feeds").findValuesAsText("indicator_id").stream()
        .anyMatch("inspections"::equals);
  }

  private JsonNode said(List<String> words, String... more) throws IOException {
    words.addAll(List.of("--json", "--home", home.toString()));
    words.addAll(List.of(more));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        CommandLines.run(words.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    assertEquals(0, code, err.toString());
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void everyChangedValueIsExplained() throws IOException {
    assertEquals(
        List.of(
            "320000,2,569.0000,1499.0000,late_report",
            "320000,2,569.0000,1499.0000,resubmission",
            "320000,2,569.0000,1499.0000,waiver",
            "320300,2,569.0000,1499.0000,late_report",
            "320300,2,569.0000,1499.0000,resubmission",
            "320300,2,569.0000,1499.0000,waiver",
            "320305,2,,368.0000,late_report",
            "320311,2,,332.0000,waiver",
            "320381,2,281.0000,511.0000,resubmission"),
        changes("indicator_id = 'inspections'"));
    assertEquals(
        List.of(
            "310000,3,1.0000,,withdrawn_penalty",
            "310114,3,1.0000,,withdrawn_penalty",
            "330000,3,0.0000,,withdrawn_penalty",
            "330100,3,0.0000,,withdrawn_penalty",
            "330105,3,0.0000,,withdrawn_penalty"),
        changes("penalty_id is not null"));
    assertEquals(List.of(), changes("cause in ('unknown', 'definition', 'judged_again')"));
    assertEquals(
        List.of(),
        Published.query(
            home,
            "select indicator_id, division_code from indicator full join indicator_revision as"
                + " revision using (indicator_id, window_start, window_end, division_code) where"
                + " indicator.value is distinct from revision.value"));
    assertEquals(
        List.of(
            "569.0000,2024-08-10T02:00:00+08:00,1499.0000,2024-09-01T02:00:00+08:00,1,late_report"
                + " resubmission waiver,3"),
        Published.query(
            home,
            "select first_value, first_published_at, value, changed_at,"
                + " changes, causes, len(string_split(submissions, ' ')) from indicator_revision"
                + " where indicator_id = 'inspections' and division_code = '320300' and"
                + " window_start = '2024-01-01'"));
  }

  private List<String> changes(String which) throws IOException {
    return Published.query(
        home,
        "select division_code, publication, value_before, value, cause from indicator_change where"
            + " cause <> 'first' and "
            + which
            + " order by all");
  }

  @Test
  void aRebuildGivesItAgain() throws IOException {
    List<String> changes = Published.query(home, "select * from indicator_change order by all");
    List<String> revisions = Published.query(home, "select * from indicator_revision order by all");
    Map<String, List<String>> rows = Published.rows(home);
    Map<String, String> exports = exports();
    new Night(place("2024-11-05"), Progress.SILENT).rebuild();
    assertEquals(rows, Published.rows(home));
    assertEquals(changes, Published.query(home, "select * from indicator_change order by all"));
    assertEquals(revisions, Published.query(home, "select * from indicator_revision order by all"));
    assertEquals(exports, exports());
    theReleaseAnswersAsOnItsDay();
  }

  private Map<String, String> exports() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(home.resolve("published/current/exports"))) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
