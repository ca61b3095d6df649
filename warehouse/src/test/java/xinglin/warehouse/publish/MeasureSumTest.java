package xinglin.warehouse.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
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

/** Sums over a window: who is counted, what is left out, and how much of what was due is there. */
class MeasureSumTest {
  private static final String FORM = "jiangsu-campaign-summary";
  private static final String PERIOD = "2024-04-01..2024-07-31";
  @TempDir static Path home;
  private static Path file;

  @BeforeAll
  static void publish() throws Exception {
    LakeFixture lake = new LakeFixture(PublishedFixture.tables());
    String at = "2024-08-08 18:00:00+08";
    lake.submission("gulou", FORM, "320302", PERIOD, "accepted", at);
    lake.figure("gulou", 0, "inspections", "320302", PERIOD, "40", "category", "western");
    lake.figure("gulou", 1, "inspections", "320302", PERIOD, "2", "category", "chinese");
    lake.submission("yunlong", FORM, "320303", PERIOD, "accepted_with_warnings", at);
    lake.figure(
        "yunlong",
        0,
        "inspections",
        "320303",
        PERIOD,
        "20",
        "state",
        "approximate",
        "bound",
        "lower",
        "verbatim",
        "20余");
    lake.figure(
        "yunlong", 1, "inspections", "320303", PERIOD, "", "state", "blank", "verbatim", "");
    lake.submission("jiawang", FORM, "320305", PERIOD, "accepted", at);
    lake.figure(
        "jiawang", 0, "inspections", "320305", PERIOD, "", "state", "blank", "verbatim", "");
    // The city's own sheet repeats its counties: another level, not counted.
    lake.submission("city", FORM, "320300", PERIOD, "accepted", at);
    lake.figure("city", 0, "inspections", "320300", PERIOD, "62");
    // A period across two windows is never split.
    lake.submission("across", FORM, "320311", "2023-12-01..2024-01-31", "accepted", at);
    lake.figure("across", 0, "inspections", "320311", "2023-12-01..2024-01-31", "9");
    // One sheet of the district with a line for each of two towns, and one town's own report.
    String year = "2022-01-01..2022-12-31";
    lake.submission("district", "plan-activity", "310118", year, "accepted", at);
    lake.figure("district", 0, "coordination_meetings", "310118103", year, "5");
    lake.figure("district", 1, "coordination_meetings", "310118104", year, "2");
    lake.submission("town", "plan-activity", "310118103", year, "accepted", at);
    lake.figure("town", 0, "coordination_meetings", "310118103", year, "4");
    partly(lake, year, at);
    // Two reports of one county that share June, a town of it, and one of a county that sent none.
    lake.submission("half", FORM, "340102", "2022-01-01..2022-06-30", "accepted", at);
    lake.submission("summer", FORM, "340102", "2022-06-01..2022-08-31", "accepted", at);
    lake.submission("below", FORM, "340102001", "2022-01-01..2022-06-30", "accepted", at);
    lake.submission("alone", FORM, "340103001", "2022-01-01..2022-06-30", "accepted", at);
    Definitions definitions = Definitions.load(Optional.empty());
    Dimension expected =
        ExpectedReports.of(
            definitions.campaigns(), definitions.divisions(), definitions.calendar());
    Map<String, String> waiver =
        Map.of(
            "waiver_id", "w1",
            "submission_id", "waived",
            "code", "TOTAL_MISMATCH",
            "reason", "并街道",
            "approver", "监督一科",
            "decided_at", "2024-08-13T09:00:00+08:00",
            "expires_on", "2024-12-31");
    PublishRequest request =
        new PublishRequest(
            "r1",
            LocalDate.parse("2024-09-01"),
            lake.write(home.resolve("lake"), false),
            "i",
            "d",
            List.of(expected, new Dimension("waiver", List.of(waiver))),
            3);
    file =
        PublishedFixture.publisher(Optional.empty())
            .publish(home.resolve("published"), request)
            .file();
  }

  /** A month, a blank, two halves and a report that is let through, each beside the district's. */
  private static void partly(LakeFixture lake, String year, String at) {
    String measure = "coordination_meetings";
    lake.figure("district", 2, measure, "310118105", year, "100");
    lake.figure("district", 3, measure, "310118106", year, "3");
    lake.figure("district", 4, measure, "310118109", year, "12");
    lake.figure("district", 5, measure, "310118107", year, "8");
    String form = "plan-activity";
    String january = "2022-01-01..2022-01-31";
    lake.submission("month", form, "310118105", january, "accepted", at);
    lake.figure("month", 0, measure, "310118105", january, "5");
    lake.submission("blank", form, "310118106", year, "accepted", at);
    lake.figure("blank", 0, measure, "310118106", year, "", "state", "blank");
    for (String half : List.of("2022-01-01..2022-06-30", "2022-07-01..2022-12-31")) {
      lake.submission(half, form, "310118109", half, "accepted", at);
      lake.figure(half, 0, measure, "310118109", half, half.contains("06-30") ? "4" : "5");
    }
    lake.submission("waived", form, "310118107", year, "rejected", at);
    lake.figure("waived", 0, measure, "310118107", year, "7");
    lake.row(
        "finding",
        "submission_id",
        "waived",
        "ordinal",
        "0",
        "code",
        "TOTAL_MISMATCH",
        "severity",
        "error",
        "sheet",
        "Sheet1",
        "cell",
        "B2");
  }

  @Test
  void countiesAddUpToTheCityOnce() throws SQLException {
    assertEquals(
        List.of(
            "320000|62.0000|10|3|10.0000|running",
            "320300|62.0000|10|3|10.0000|running",
            "320302|42.0000|1|1|100.0000|running",
            "320303|20.0000|1|1|0.0000|running",
            "320305|null|1|1|0.0000|running",
            "320311|null|1|0|0.0000|running"),
        rows(
            "division_code, value, expected_reports, received_reports, coverage, verdict",
            "length(division_code) = 6 and division_code in ('320000', '320300', '320302',"
                + " '320303', '320305', '320311')"));
  }

  /** The town's own report counts; what the district said of it is looked at, and never added. */
  @Test
  void aTownCountsOnceThoughTheDistrictListsItToo() throws SQLException {
    assertEquals(
        List.of("310118|125.0000|7", "310118103|4.0000|1", "310118104|2.0000|1"),
        PublishedFixture.rows(
            file,
            "select division_code, value, received_reports from indicator where indicator_id ="
                + " 'coordination_meetings' and window_start = '2021-01-01' and division_code in"
                + " ('310118', '310118103', '310118104') order by 1"));
    assertEquals(
        List.of("beside|district|null", "numerator|town|4.0000"),
        PublishedFixture.rows(
            file,
            "select role, submission_id, amount from indicator_source('coordination_meetings', date"
                + " '2021-01-01', date '2023-12-31') where division_code = '310118103' and role <>"
                + " 'expected' order by 1"));
  }

  /**
   * Of a year and a month the year counts, but in the month itself; what nobody knows hides none.
   */
  @Test
  void whatTheDivisionDidNotReportIsTakenFromTheDistrict() throws Exception {
    String values =
        "select division_code, value from indicator_for('coordination_meetings', date '%s', date"
            + " '%s') where division_code in ('310118105', '310118106', '310118107', '310118109')"
            + " and value is not null order by 1";
    assertEquals(
        List.of("310118105|100.0000", "310118106|3.0000", "310118107|7.0000", "310118109|9.0000"),
        PublishedFixture.rows(file, String.format(values, "2022-01-01", "2022-12-31")));
    assertEquals(
        List.of("310118105|5.0000"),
        PublishedFixture.rows(file, String.format(values, "2022-01-01", "2022-01-31")));
    assertEquals(
        List.of(
            "blank|0|district|3|2022-01-01|2022-12-31|null|3.0000|null",
            "district|0|town|0|2022-01-01|2022-12-31|5.0000|4.0000|1.0000",
            "district|4|2022-01-01..2022-06-30|0|2022-01-01|2022-06-30|12.0000|4.0000|3.0000",
            "district|4|2022-07-01..2022-12-31|0|2022-07-01|2022-12-31|12.0000|5.0000|3.0000",
            "district|5|waived|0|2022-01-01|2022-12-31|8.0000|7.0000|1.0000",
            "month|0|district|2|2022-01-01|2022-12-31|5.0000|100.0000|null"),
        PublishedFixture.rows(file, "select * from figure_beside order by all"));
  }

  /** The town's own counts by a waiver only: without it the district's line counts again. */
  @Test
  void withoutWaiversTheDistrictsLineIsBack() throws Exception {
    assertEquals(
        List.of("7.0000|8.0000"),
        PublishedFixture.rows(
            file,
            "select value, value_without_waivers from indicator_without_waivers where indicator_id"
                + " = 'coordination_meetings' and window_start = '2021-01-01' and division_code ="
                + " '310118107'"));
    StringBuilder out = new StringBuilder();
    try (PublishedQuery query =
        PublishedQuery.open(file, Optional.of(new AsOf(Optional.empty(), false)))) {
      query.print(
          "select value from indicator_for('coordination_meetings', date '2022-01-01', date"
              + " '2022-12-31') where division_code = '310118107'",
          new CsvFormat(),
          out);
    }
    assertEquals("value\n8.0000\n", out.toString());
  }

  @Test
  void aRollUpTakesEveryDayOfAReporterOnce() throws SQLException {
    String rollUp =
        "select submission_id, use from rollup_report('%s', '%s', '340000', date '2022-01-01', date"
            + " '2022-12-31') order by 1";
    assertEquals(
        List.of("alone|counted", "below|covered", "half|counted", "summer|covered"),
        PublishedFixture.rows(file, String.format(rollUp, FORM, "county")));
    // Meant for cities: of the county and its town, which are both below, the county.
    assertEquals(
        List.of("alone|counted", "below|covered", "half|counted", "summer|covered"),
        PublishedFixture.rows(file, String.format(rollUp, FORM, "city")));
  }

  @Test
  void notesSayWhatIsMissing() throws SQLException {
    assertEquals(
        List.of(
            "320300|截至2024-09-01；2份报表含空白、约数或无法读取的数；另有1份报表的所属期超出区间，未计入",
            "320303|截至2024-09-01；1份报表含空白、约数或无法读取的数"),
        rows("division_code, note", "division_code in ('320300', '320303')"));
  }

  @Test
  void aReportThatIsDueAndNotThereIsSeen() throws SQLException {
    assertEquals(
        List.of("320381|null|1|0|0.0000"),
        rows(
            "division_code, value, expected_reports, received_reports, coverage",
            "division_code = '320381'"));
    assertEquals(
        List.of("jiangsu-2024|2024-04-01|2024-07-31|2024-08-09"),
        PublishedFixture.rows(
            file,
            "select campaign_id, period_start, period_end, due_on from expected_report where"
                + " form_id = '"
                + FORM
                + "' and division_code = '320381'"));
  }

  private static List<String> rows(String columns, String where) throws SQLException {
    return PublishedFixture.rows(
        file,
        "select "
            + columns
            + " from indicator where indicator_id = 'inspections' and window_start = '2024-01-01'"
            + " and "
            + where
            + " order by division_code");
  }
}
