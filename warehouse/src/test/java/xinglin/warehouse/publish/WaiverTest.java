package xinglin.warehouse.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.warehouse.query.AsOf;
import xinglin.warehouse.query.CsvFormat;
import xinglin.warehouse.query.PublishedQuery;
import xinglin.warehouse.query.PublishedRows;

/** What waivers make of rejected submissions, while they hold and afterwards. */
class WaiverTest {
  private static final String FORM = "jiangsu-campaign-summary";
  private static final String PERIOD = "2024-04-01..2024-07-31";
  private static final String FROM_TO =
      "strftime(known_from at time zone 'Asia/Shanghai', '%m-%d'),"
          + " strftime(known_to at time zone 'Asia/Shanghai', '%m-%d')";
  private static final List<Map<String, String>> WAIVERS = new ArrayList<>();
  @TempDir static Path home;
  private static LakeFixture lake;
  private static Path file;

  @BeforeAll
  static void publish() throws Exception {
    lake = new LakeFixture(PublishedFixture.tables());
    // 泉山: its one error is let through.
    county("d", "320311", "rejected", "2024-08-06 18:00:00+08", "70");
    error("d", 0, "B8");
    waiver("w1", "d", "B8", "2024-08-08T09:00:00+08:00", "2024-12-31", "");
    // 云龙: accepted, then a rejected one that is let through, then a good one.
    county("y1", "320303", "accepted", "2024-08-01 09:00:00+08", "5");
    county("y2", "320303", "rejected", "2024-08-04 09:00:00+08", "6");
    error("y2", 0, "B8");
    error("y2", 1, "C8");
    waiver("w2", "y2", "", "2024-08-10T09:00:00+08:00", "2024-12-31", "");
    county("y3", "320303", "accepted", "2024-08-20 09:00:00+08", "7");
    // 贾汪: one of two errors.
    county("j", "320305", "rejected", "2024-08-01 09:00:00+08", "3");
    error("j", 0, "B8");
    error("j", 1, "C8");
    waiver("w3", "j", "C8", "2024-08-05T09:00:00+08:00", "2024-12-31", "");
    // 铜山: let through for some days only.
    county("t1", "320312", "accepted", "2024-08-01 09:00:00+08", "8");
    county("t2", "320312", "rejected", "2024-08-02 09:00:00+08", "9");
    error("t2", 0, "B8");
    waiver("w4", "t2", "B8", "2024-08-05T09:00:00+08:00", "2024-08-10", "");
    // 鼓楼: let through and withdrawn.
    county("g", "320302", "rejected", "2024-08-01 09:00:00+08", "1000");
    error("g", 0, "B8");
    waiver("w5", "g", "B8", "2024-08-05T09:00:00+08:00", "2024-12-31", "2024-08-07T09:00:00+08:00");
    // 丰县: two waivers one after the other; the same bytes come again.
    county("f", "320321", "rejected", "2024-08-01 09:00:00+08", "2");
    error("f", 0, "B8");
    lake.submission(
        "f-again", FORM, "320321", PERIOD, "duplicate", "2024-08-03 09:00:00+08", "same_as", "f");
    waiver("w6", "f", "B8", "2024-08-05T09:00:00+08:00", "2024-08-10", "");
    waiver("w7", "f", "B8", "2024-08-09T09:00:00+08:00", "2024-12-31", "");
    // 泉山 again: more waivers than a note names.
    waiver("w8", "d", "B8", "2024-08-08T09:00:00+08:00", "2024-12-31", "");
    waiver("w9", "d", "B8", "2024-08-08T09:00:00+08:00", "2024-12-31", "");
    file = publish("r1", "2024-09-01");
  }

  private static Path publish(String run, String day) throws Exception {
    PublishRequest request =
        new PublishRequest(
            run,
            LocalDate.parse(day),
            lake.write(home.resolve("lake" + run), false),
            run,
            "definitions",
            List.of(new Dimension("waiver", WAIVERS)),
            3);
    return PublishedFixture.publisher(Optional.empty()).publish(home.resolve(run), request).file();
  }

  private static void county(
      String id, String county, String verdict, String at, String inspections) {
    lake.submission(id, FORM, county, PERIOD, verdict, at);
    lake.figure(id, 0, "inspections", county, PERIOD, inspections);
  }

  private static void error(String id, int ordinal, String cell) {
    String number = String.valueOf(ordinal);
    lake.row(
        "finding",
        "submission_id",
        id,
        "ordinal",
        number,
        "code",
        "TOTAL_MISMATCH",
        "severity",
        "error",
        "sheet",
        "Sheet1",
        "cell",
        cell);
  }

  private static void waiver(
      String id, String submission, String cell, String at, String until, String withdrawn) {
    Map<String, String> row = new HashMap<>();
    row.put("waiver_id", id);
    row.put("submission_id", submission);
    row.put("code", "TOTAL_MISMATCH");
    row.put("cell", cell);
    row.put("reason", "合计栏含已并入的街道");
    row.put("approver", "监督一科");
    row.put("decided_at", at);
    row.put("expires_on", until);
    row.put("withdrawn_at", withdrawn);
    row.values().removeIf(String::isEmpty);
    WAIVERS.add(row);
  }

  @Test
  void whatIsWhollyLetThroughCounts() throws Exception {
    assertEquals(
        List.of("d|70.0000", "f|2.0000", "t1|8.0000", "y3|7.0000"),
        PublishedFixture.rows(file, "select submission_id, value from observation order by 1"));
    assertEquals(
        List.of(
            "d|accepted_with_warnings|1",
            "f|accepted_with_warnings|1",
            "g|rejected|0",
            "j|rejected|1",
            "t1|accepted|0",
            "t2|rejected|0",
            "y3|accepted|0"),
        PublishedFixture.rows(
            file, "select submission_id, verdict, waived_count from submission order by 1"));
    assertEquals(
        List.of("d|B8|监督一科", "f|B8|监督一科", "g|B8|null", "j|B8|null", "j|C8|监督一科", "t2|B8|null"),
        PublishedFixture.rows(
            file, "select submission_id, cell, waived_by from finding order by 1, 2"));
  }

  @Test
  void everyChangeIsATimeSpan() throws Exception {
    assertEquals(
        List.of(
            "d|08-06|08-06",
            "d|08-08|null",
            "f|08-01|08-01",
            "f|08-05|null",
            "g|08-01|08-01",
            "g|08-05|08-07",
            "g|08-07|08-07",
            "j|08-01|08-01",
            "t1|08-01|08-05",
            "t1|08-11|null",
            "t2|08-02|08-02",
            "t2|08-05|08-11",
            "t2|08-11|08-11",
            "y1|08-01|08-10",
            "y2|08-04|08-04",
            "y2|08-10|08-20",
            "y3|08-20|null"),
        PublishedFixture.rows(
            file,
            "select submission_id, "
                + FROM_TO
                + " from"
                + " history.observation order by 1, 2, 3"));
    assertEquals(
        List.of(
            "d|rejected|0|08-06|08-08",
            "d|accepted_with_warnings|1|08-08|null",
            "f|rejected|0|08-01|08-05",
            "f|accepted_with_warnings|1|08-05|08-09",
            "f|accepted_with_warnings|1|08-09|08-11",
            "f|accepted_with_warnings|1|08-11|null",
            "g|rejected|0|08-01|08-05",
            "g|accepted_with_warnings|1|08-05|08-07",
            "g|rejected|0|08-07|null",
            "j|rejected|0|08-01|08-05",
            "j|rejected|1|08-05|null",
            "t1|accepted|0|08-01|08-05",
            "t1|accepted|0|08-11|null",
            "t2|rejected|0|08-02|08-05",
            "t2|accepted_with_warnings|1|08-05|08-11",
            "t2|rejected|0|08-11|null",
            "y1|accepted|0|08-01|08-10",
            "y2|rejected|0|08-04|08-10",
            "y2|accepted_with_warnings|2|08-10|08-20",
            "y3|accepted|0|08-20|null"),
        PublishedFixture.rows(
            file,
            "select submission_id, verdict, waived_count, "
                + FROM_TO
                + " from history.submission where verdict <>"
                + " 'duplicate' order by 1, known_from"));
  }

  @Test
  void anyDayCanBeAskedForWithAndWithout() throws Exception {
    assertEquals("5,8\n", asOf(Optional.of("2024-08-04"), true));
    assertEquals("1000,5,9,2\n", asOf(Optional.of("2024-08-05"), true));
    assertEquals("6,70,9,2\n", asOf(Optional.of("2024-08-10"), true));
    assertEquals("6,70,8,2\n", asOf(Optional.of("2024-08-11"), true));
    assertEquals("5,8\n", asOf(Optional.of("2024-08-11"), false));
    assertEquals("7,8\n", asOf(Optional.empty(), false));
    assertEquals(
        "waiver_id,withdrawn_by\nw3,\nw4,\nw5,\nw6,\n",
        ask(
            new AsOf(LocalDate.parse("2024-08-06")),
            "select waiver_id, withdrawn_by from waiver order by 1"));
    assertEquals(
        "submission_id,verdict,waived_count\nd,rejected,0\nf,rejected,0\n",
        ask(
            new AsOf(Optional.empty(), false),
            "select submission_id, verdict, waived_count from submission where submission_id in"
                + " ('d', 'f') order by 1"));
  }

  @Test
  void indicatorsAreGivenWithAndWithout() throws Exception {
    String city =
        " from %s where indicator_id = 'inspections' and division_code = '320300'"
            + " and window_start = '2024-01-01'";
    assertEquals(
        List.of(
            "87.0000|4|截至2024-09-01；含豁免：w1（监督一科，至2024-12-31）、w8（监督一科，至2024-12-31）、"
                + "w9（监督一科，至2024-12-31）等4项"),
        PublishedFixture.rows(
            file, "select value, received_reports, note" + String.format(city, "indicator")));
    assertEquals(
        List.of("87.0000|15.0000|4|2"),
        PublishedFixture.rows(
            file,
            "select value, value_without_waivers, received_reports, received_without_waivers"
                + String.format(city, "indicator_without_waivers")));
    assertEquals(
        "value\n15.0000\n",
        ask(new AsOf(Optional.empty(), false), "select value" + String.format(city, "indicator")));
    assertEquals(
        "value\n15.0000\n",
        ask(
            new AsOf(Optional.empty(), false),
            "select value from indicator_for('inspections', date '2024-01-01', date '2024-12-31')"
                + " where division_code = '320300'"));
  }

  @Test
  void afterTheLastDayItEnds() throws Exception {
    Path later = publish("r2", "2025-01-01");
    assertEquals(
        List.of("t1|8.0000", "y3|7.0000"),
        PublishedFixture.rows(later, "select submission_id, value from observation order by 1"));
    assertEquals(
        List.of("d|rejected", "f|rejected"),
        PublishedFixture.rows(
            later,
            "select submission_id, verdict from submission where submission_id in ('d', 'f')"
                + " order by 1"));
    assertEquals(
        List.of(), PublishedFixture.rows(later, "select * from indicator_without_waivers"));
  }

  private static String asOf(Optional<String> day, boolean waivers) throws Exception {
    String told =
        ask(
            new AsOf(day.map(LocalDate::parse), waivers),
            "select string_agg(cast(value as integer)::varchar, ',' order by division_code) as v"
                + " from observation");
    return told.substring(2).replace("\"", "");
  }

  private static String ask(AsOf asOf, String sql) throws Exception {
    StringBuilder out = new StringBuilder();
    try (PublishedQuery query = PublishedQuery.open(file, Optional.of(asOf))) {
      query.print(sql, new CsvFormat(), out);
    }
    return out.toString();
  }

  /** Whoever sums up reports says which of them count only because errors were let through. */
  @Test
  void aRollUpNamesWhatWasLetThrough() throws Exception {
    LocalDate start = LocalDate.parse("2024-04-01");
    LocalDate end = LocalDate.parse("2024-07-31");
    try (PublishedRows published = PublishedRows.open(file, Optional.empty())) {
      assertEquals(
          List.of(
              "320303 ",
              "320311 TOTAL_MISMATCH（监督一科批准）",
              "320312 ",
              "320321 TOTAL_MISMATCH（监督一科批准）"),
          published.list("rollup/reporters.sql", FORM, "county", "320300", start, end).stream()
              .filter(row -> row.text("use").equals("counted"))
              .map(row -> row.text("division_code") + " " + row.text("waived"))
              .toList());
    }
  }
}
