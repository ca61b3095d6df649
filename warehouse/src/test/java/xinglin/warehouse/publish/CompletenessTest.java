package xinglin.warehouse.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.engine.Definitions;
import xinglin.warehouse.query.AsOf;
import xinglin.warehouse.query.CsvFormat;
import xinglin.warehouse.query.PublishedQuery;

/** Which expected report arrived, and when: today and on earlier days. Worked out by hand. */
class CompletenessTest {
  private static final String SUMMARY = "jiangsu-campaign-summary";
  private static final String COVERED = "2024-04-01..2024-07-31";
  private static final String LEADS = "lead-register";
  private static final String PLAN = "2021-01-01..2023-12-31";
  @TempDir static Path home;
  private static Path file;

  @BeforeAll
  static void publish() throws Exception {
    LakeFixture lake = new LakeFixture(PublishedFixture.tables());
    jiangsu(lake);
    qingpu(lake);
    heshui(lake);
    Definitions definitions = Definitions.load(Optional.empty());
    Dimension expected =
        ExpectedReports.of(
            definitions.campaigns(), definitions.divisions(), definitions.calendar());
    PublishRequest request =
        new PublishRequest(
            "r1",
            LocalDate.parse("2024-08-20"),
            lake.write(home.resolve("lake"), false),
            "i",
            "d",
            List.of(
                new Dimension(
                    "expected_report",
                    expected.rows().stream().map(CompletenessTest::heshuiCoversAll).toList()),
                new Dimension(
                    "waiver",
                    List.of(waiver("xinyi", "2024-08-16"), waiver("pizhou", "2024-12-31")))),
            3);
    file =
        PublishedFixture.publisher(Optional.empty())
            .publish(home.resolve("published"), request)
            .file();
  }

  /** As if the campaign said so. */
  private static Map<String, String> heshuiCoversAll(Map<String, String> row) {
    Map<String, String> changed = new HashMap<>(row);
    if (row.get("campaign_id").equals("heshui-2024")) {
      changed.put("covers", "all");
    }
    return changed;
  }

  /** Of three phases the county sends a register for the first one, with lines of one town. */
  private static void heshui(LakeFixture lake) {
    lake.submission(
        "heshui",
        LEADS,
        "621024",
        "2024-03-01..2024-03-10",
        "accepted",
        "2024-03-10 10:00:00+08",
        "campaign_id",
        "heshui-2024",
        "heading_cells",
        "reporter=台账!B2",
        "accumulation",
        "snapshot");
    lines(lake, "heshui", "621024100");
  }

  /** All due on 2024-08-09. */
  private static void jiangsu(LakeFixture lake) {
    county(lake, "gulou", "320302", "accepted", "2024-08-08 18:00:00+08");
    county(lake, "gulou2", "320302", "accepted", "2024-08-15 18:00:00+08");
    county(lake, "yunlong", "320303", "accepted_with_warnings", "2024-08-09 23:59:59+08");
    county(lake, "jiawang", "320305", "rejected", "2024-08-07 18:00:00+08");
    county(lake, "quanshan", "320311", "rejected", "2024-08-06 18:00:00+08");
    county(lake, "quanshan2", "320311", "accepted", "2024-08-12 18:00:00+08");
    county(lake, "tongshan", "320312", "accepted", "2024-08-10 00:00:00+08");
    // The errors of two are let through, of one until the 16th only.
    county(lake, "xinyi", "320381", "rejected", "2024-08-07 18:00:00+08");
    county(lake, "pizhou", "320382", "rejected", "2024-08-10 09:00:00+08");
    error(lake, "xinyi", "B8");
    error(lake, "pizhou", "B8");
    error(lake, "jiawang", "B8");
    error(lake, "jiawang", "C9", "judged_in", "run-1");
  }

  private static void error(LakeFixture lake, String id, String cell, String... more) {
    List<String> cells = new ArrayList<>();
    cells.addAll(List.of("submission_id", id, "ordinal", "0", "code", "TOTAL_MISMATCH"));
    cells.addAll(List.of("severity", "error", "sheet", "Sheet1", "cell", cell));
    cells.addAll(List.of(more));
    lake.row("finding", cells.toArray(String[]::new));
  }

  private static Map<String, String> waiver(String submission, String until) {
    return Map.of(
        "waiver_id", "w-" + submission,
        "submission_id", submission,
        "code", "TOTAL_MISMATCH",
        "reason", "并街道",
        "approver", "监督一科",
        "decided_at", "2024-08-13T09:00:00+08:00",
        "expires_on", until);
  }

  private static void county(
      LakeFixture lake, String id, String county, String verdict, String receivedAt) {
    lake.submission(
        id, SUMMARY, county, COVERED, verdict, receivedAt, "campaign_id", "jiangsu-2024");
  }

  /** Monthly, five working days after the month; a register without a month has the whole plan. */
  private static void qingpu(LakeFixture lake) {
    leads(lake, "unnamed", PLAN, "2021-03-20 10:00:00+08");
    leads(lake, "january", "2021-01-01..2021-01-31", "2021-03-21 10:00:00+08");
    leads(lake, "march", PLAN, "2021-04-08 10:00:00+08");
    // One register of the district for April, with lines of two towns.
    leads(lake, "310118", "district", PLAN, "2021-05-08 10:00:00+08");
    lines(lake, "district", "310118104", "310118103", "310118103");
    // Later one of the two sends its own, and so does a town that the district has no line of.
    leads(lake, "310118103", "own", PLAN, "2021-06-08 10:00:00+08");
    lines(lake, "own", "310118103", "310118103");
    leads(lake, "310118105", "other", PLAN, "2021-06-08 10:00:00+08");
    lines(lake, "other", "310118105");
  }

  private static void lines(LakeFixture lake, String register, String... towns) {
    for (int i = 0; i < towns.length; i++) {
      lake.row(
          "lead",
          "submission_id",
          register,
          "ordinal",
          String.valueOf(i),
          "sheet",
          "台账",
          "cell",
          "A" + (i + 3),
          "column_cells",
          "division_code=B lead_id=A",
          "division_code",
          towns[i],
          "received_on",
          "2020-02-03");
    }
  }

  private static void leads(LakeFixture lake, String id, String period, String receivedAt) {
    leads(lake, "310118107", id, period, receivedAt);
  }

  private static void leads(
      LakeFixture lake, String reporter, String id, String period, String receivedAt) {
    lake.submission(
        id,
        LEADS,
        reporter,
        period,
        "accepted",
        receivedAt,
        "campaign_id",
        "qingpu-2021-2023",
        "heading_cells",
        "period=台账!E3",
        "accumulation",
        "snapshot");
  }

  /** Town 310118102 has no line in it: nothing is claimed for it. */
  @Test
  void aRegisterOfTheDistrictIsThatOfTheTownsItHasLinesOf() throws SQLException {
    assertEquals(
        List.of(
            "310118102|missing|null", "310118103|on_time|district", "310118104|on_time|district"),
        PublishedFixture.rows(
            file,
            "select division_code, state, submission_id from completeness where form_id = '"
                + LEADS
                + "' and period_end = '2021-04-30' and division_code in"
                + " ('310118102', '310118103', '310118104') order by 1"));
    assertEquals(
        List.of("completeness|null", "lead|[B4]", "lead|[B5]"),
        PublishedFixture.rows(
            file,
            "select table_name, cells from indicator_source('report_completeness', date '2021-04-01',"
                + " date '2021-04-30') where division_code = '310118103' and role = 'numerator'"
                + " order by all"));
  }

  /**
   * A town without a line has nothing to report then, and the heading says whose register it is.
   */
  @Test
  void aRegisterThatCoversAllIsThatOfEveryTown() throws SQLException {
    assertEquals(
        List.of("2024-03-10|on_time|12|12", "2024-06-20|missing|12|0", "2024-06-30|missing|12|0"),
        PublishedFixture.rows(
            file,
            "select period_end, state, count(*), count(*) filter (submission_id = 'heshui') from"
                + " completeness where campaign_id = 'heshui-2024' and form_id = '"
                + LEADS
                + "' group by all order by all"));
    assertEquals(
        List.of("completeness|[B2]"),
        PublishedFixture.rows(
            file,
            "select table_name, cells from indicator_source('report_completeness', date '2024-03-01',"
                + " date '2024-03-10') where division_code = '621024101' and submission_id = 'heshui'"
                + " and role = 'numerator' order by all"));
  }

  /** The district's lines of 103 and 104 and the register of 105, but not that of 103 again. */
  @Test
  void aLeadInTwoRegistersCountsOnce() throws SQLException {
    assertEquals(
        List.of("310118|4.0000", "310118103|2.0000", "310118104|1.0000", "310118105|1.0000"),
        PublishedFixture.rows(
            file,
            "select division_code, value from indicator where indicator_id = 'lead_count' and"
                + " window_start = '2018-01-01' and division_code like '310118%' order by 1"));
  }

  /** Errors of its own file and of the whole history are both counted from 0. */
  @Test
  void everyErrorOfAReturnedReportIsListedOnce() throws SQLException {
    assertEquals(
        List.of("completeness|null", "finding|[B8]", "finding|[C9]"),
        PublishedFixture.rows(
            file,
            "select table_name, cells from indicator_source('report_completeness', date"
                + " '2024-07-01', date '2024-07-31') where division_code = '320305' and"
                + " submission_id = 'jiawang' order by all"));
  }

  @Test
  void theFirstAcceptedOneSettlesIt() throws SQLException {
    assertEquals(
        List.of(
            "320302|on_time|08-08 18:00:00|gulou",
            "320303|on_time|08-09 23:59:59|yunlong",
            "320305|returned|08-07 18:00:00|jiawang",
            "320311|late|08-12 18:00:00|quanshan2",
            "320312|late|08-10 00:00:00|tongshan",
            "320321|missing|null|null",
            "320322|missing|null|null",
            "320324|missing|null|null",
            "320381|returned|08-07 18:00:00|xinyi",
            "320382|late|08-10 09:00:00|pizhou"),
        PublishedFixture.rows(
            file,
            "select division_code, state, strftime(received_at at time zone 'Asia/Shanghai', '%m-%d"
                + " %H:%M:%S'), submission_id from completeness where form_id = '"
                + SUMMARY
                + "' and due_on = '2024-08-09' order by division_code"));
  }

  @Test
  void everyDayCanBeAskedFor() throws Exception {
    assertEquals("", asOf("2024-03-31"));
    assertEquals("320305 not_due;320311 not_due;320312 not_due;320321 not_due", asOf("2024-08-05"));
    assertEquals(
        "320305 not_due;320311 returned;320312 not_due;320321 not_due", asOf("2024-08-06"));
    assertEquals(
        "320305 returned;320311 returned;320312 not_due;320321 not_due", asOf("2024-08-09"));
    assertEquals("320305 returned;320311 returned;320312 late;320321 missing", asOf("2024-08-10"));
    assertEquals("320305 returned;320311 late;320312 late;320321 missing", asOf("2024-08-12"));
  }

  /**
   * Of 40 reports due by 2024-08-09, 4 were accepted, 2 of them in time; the spot check is not due.
   */
  @Test
  void sharesOfWhatWasDue() throws Exception {
    String sql =
        "select indicator_id, division_code, numerator, denominator, value, verdict from"
            + " indicator_report(date '2024-01-01', date '2026-12-31') where indicator_id like 'report%' and"
            + " division_code in ('320300', '320302', '320305') order by 1, 2";
    assertEquals(
        List.of(
            "report_completeness|320300|5.0000|40.0000|12.5000|running",
            "report_completeness|320302|1.0000|4.0000|25.0000|running",
            "report_completeness|320305|0.0000|4.0000|0.0000|running",
            "report_timeliness|320300|2.0000|40.0000|5.0000|running",
            "report_timeliness|320302|1.0000|4.0000|25.0000|running",
            "report_timeliness|320305|0.0000|4.0000|0.0000|running"),
        PublishedFixture.rows(file, sql));
    StringBuilder out = new StringBuilder();
    try (PublishedQuery query =
        PublishedQuery.open(file, Optional.of(new AsOf(LocalDate.parse("2024-08-09"))))) {
      query.print(sql, new CsvFormat(), out);
    }
    assertEquals(
        List.of(
            // Ten plans, due in April, and two of attachment 1 that are here already.
            "report_completeness,320300,2.0000,12.0000,16.6667,running",
            "report_completeness,320302,1.0000,2.0000,50.0000,running",
            "report_completeness,320305,0.0000,1.0000,0.0000,running",
            "report_timeliness,320300,2.0000,12.0000,16.6667,running",
            "report_timeliness,320302,1.0000,2.0000,50.0000,running",
            "report_timeliness,320305,0.0000,1.0000,0.0000,running"),
        out.toString().lines().skip(1).toList());
  }

  @Test
  void whatIsLetThroughCountsFromTheDecisionAsOfTheDayItArrived() throws Exception {
    String let = "320381 %s;320382 %s";
    List<String> both = List.of("320381", "320382");
    assertEquals(String.format(let, "returned", "returned"), asOf("2024-08-12", both));
    assertEquals(String.format(let, "on_time", "late"), asOf("2024-08-13", both));
    assertEquals(String.format(let, "returned", "late"), asOf("2024-08-17", both));
  }

  private static String asOf(String day) throws Exception {
    return asOf(day, List.of("320305", "320311", "320312", "320321"));
  }

  private static String asOf(String day, List<String> counties) throws Exception {
    StringBuilder out = new StringBuilder();
    try (PublishedQuery query =
        PublishedQuery.open(file, Optional.of(new AsOf(LocalDate.parse(day))))) {
      query.print(
          "select coalesce(string_agg(division_code || ' ' || state, ';' order by division_code), '')"
              + " from completeness where form_id = '"
              + SUMMARY
              + "' and division_code in ('"
              + String.join("', '", counties)
              + "')",
          new CsvFormat(),
          out);
    }
    return out.toString().lines().skip(1).findFirst().orElse("").replace("\"", "");
  }

  @Test
  void aRegisterWithoutAMonthIsForTheLastThatHadEnded() throws SQLException {
    assertEquals(
        List.of(
            "2021-01-01|2021-02-05|late|january",
            "2021-02-01|2021-03-05|late|unnamed",
            "2021-03-01|2021-04-08|on_time|march",
            "2021-04-01|2021-05-11|missing|null"),
        PublishedFixture.rows(
            file,
            "select period_start, due_on, state, submission_id from completeness where form_id = '"
                + LEADS
                + "' and division_code = '310118107' order by period_start limit 4"));
  }
}
