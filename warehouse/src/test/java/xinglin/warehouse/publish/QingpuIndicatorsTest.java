package xinglin.warehouse.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures that Qingpu's plan of 2022 prints, beside what its registers give. */
class QingpuIndicatorsTest {
  @TempDir static Path home;
  private static Path file;

  @BeforeAll
  static void publish() throws Exception {
    LakeFixture lake = new LakeFixture(PublishedFixture.tables());
    String at = "2024-01-05 18:00:00+08";
    lake.submission(
        "risk",
        "risk-point-register",
        "310118",
        "2015-01-01..2023-12-31",
        "accepted",
        at,
        "accumulation",
        "snapshot");
    lake.csv("risk_point", "/qingpu/risk_point.csv", "submission_id", "risk", "sheet", "风险点台账");
    lake.submission(
        "lead",
        "lead-register",
        "310118",
        "2021-01-01..2023-12-31",
        "accepted_with_warnings",
        at,
        "accumulation",
        "snapshot");
    lake.csv("lead", "/qingpu/lead.csv", "submission_id", "lead", "sheet", "");
    lake.submission(
        "plan",
        "plan-baseline",
        "310118",
        "2018-01-01..2020-12-31",
        "accepted",
        at,
        "accumulation",
        "snapshot");
    lake.csv(
        "stated_figure",
        "/qingpu/stated_figure.csv",
        "submission_id",
        "plan",
        "division_code",
        "310118",
        "role",
        "published",
        "state",
        "reported",
        "sheet",
        "2018-2020年公布数");
    file =
        PublishedFixture.publisher(Optional.empty())
            .publish(
                home.resolve("published"),
                PublishedFixture.request(
                    "r1", "2024-01-06", lake.write(home.resolve("lake"), false)))
            .file();
  }

  @Test
  void riskPointsFellFrom48To28To18() throws SQLException {
    assertEquals(
        List.of(
            "2018-01-01|20.0000|48.0000|41.6667|no_target|null|41.6000|truncated|公布数为截尾，四舍五入应为41.7；期初48个，期末28个",
            "2021-01-01|10.0000|28.0000|35.7143|met|33.3333|null|null|期初28个，期末18个",
            "2024-01-01|0.0000|18.0000|0.0000|running|null|null|null|截至2024-01-06；期初18个，期末18个"),
        indicator(
            "window_start, numerator, denominator, value, verdict, target, published_value,"
                + " published_matches, note",
            "risk_point_reduction",
            "310118"));
  }

  @Test
  void theProvinceSumsItsTownsOnce() throws SQLException {
    assertEquals(
        List.of("310000|48.0000", "310118|48.0000"),
        PublishedFixture.rows(
            file,
            "select division_code, denominator from indicator where indicator_id ="
                + " 'risk_point_reduction' and window_start = '2018-01-01' and"
                + " length(division_code) = 6 order by 1"));
    assertEquals(
        List.of("48.0000|28"),
        PublishedFixture.rows(
            file,
            "select sum(denominator), sum(denominator - numerator)::int from indicator where"
                + " indicator_id = 'risk_point_reduction' and window_start = '2018-01-01' and"
                + " length(division_code) = 9"));
  }

  @Test
  void printedTotalsStandWithoutAValue() throws SQLException {
    assertEquals(
        List.of(
            "cases_filed|null|122.0000|件|no_data",
            "confiscated_amount|null|505002.0000|元|no_data",
            "criminal_referral_rate|null|100.0000|%|no_data",
            "deaths|null|1.0000|例|no_data",
            "devices_confiscated|null|1825.0000|件|no_data",
            "drugs_confiscated|null|337.0000|箱|no_data",
            "fine_amount|null|2073000.0000|元|no_data",
            "inspections|null|1988.0000|户次|no_data",
            "licences_revoked|null|1.0000|人|no_data",
            "referred_persons|null|11.0000|人|no_data",
            "sentenced_cases|null|7.0000|件|no_data",
            "shutdowns|null|139.0000|户次|no_data",
            "staff_deployed|null|6805.0000|人次|no_data"),
        PublishedFixture.rows(
            file,
            "select indicator_id, value, published_value, unit, verdict from indicator where"
                + " window_start = '2018-01-01' and division_code = '310118' and published_value is"
                + " not null and indicator_id <> 'risk_point_reduction' order by 1"));
  }

  @Test
  void leadsAreCountedByTheDayReceived() throws SQLException {
    assertEquals(
        List.of(
            "lead_count|121.0000|null|121.0000|no_data",
            "lead_filing_rate|29.0000|121.0000|23.9669|no_target",
            "lead_investigation_rate|114.0000|121.0000|94.2149|no_target",
            "lead_substantiation_rate|46.0000|121.0000|38.0165|no_data",
            "lead_substantiation_rate_closed|46.0000|114.0000|40.3509|no_data"),
        PublishedFixture.rows(
            file,
            "select indicator_id, numerator, denominator, value, verdict from indicator where"
                + " indicator_id like 'lead%' and window_start = '2021-01-01' and division_code ="
                + " '310118' order by 1"));
  }

  @Test
  void anyOtherWindowCanBeAskedFor() throws SQLException {
    assertEquals(
        List.of("2018-01-01|2023-12-31|30.0000|48.0000|62.5000"),
        PublishedFixture.rows(
            file,
            "select window_start, window_end, numerator, denominator, value from"
                + " indicator_for('risk_point_reduction', date '2018-01-01', date '2023-12-31')"
                + " where division_code = '310118'"));
  }

  private static List<String> indicator(String columns, String id, String division)
      throws SQLException {
    return PublishedFixture.rows(
        file,
        "select "
            + columns
            + " from indicator where indicator_id = '"
            + id
            + "' and division_code = '"
            + division
            + "' order by window_start");
  }
}
