package xinglin.warehouse.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.engine.Definitions;

/** What documents print beside what is computed, with the cause of every difference. */
class ReconciliationTest {
  private static final String FORM = "jiangsu-campaign-summary";
  private static final String PERIOD = "2024-04-01..2024-07-31";
  private static final String WINDOW = "2024-01-01..2026-12-31";

  @Test
  void everyDifferenceHasItsCause(@TempDir Path home) throws Exception {
    LakeFixture lake = new LakeFixture(PublishedFixture.tables());
    String at = "2024-08-05 18:00:00+08";
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
    // In time and late, of ten counties.
    lake.submission("gulou", FORM, "320302", PERIOD, "accepted", at, "campaign_id", "jiangsu-2024");
    lake.figure("gulou", 0, "inspections", "320302", PERIOD, "42");
    lake.figure("gulou", 1, "shutdowns", "320302", PERIOD, "5");
    lake.submission(
        "yunlong",
        FORM,
        "320303",
        PERIOD,
        "accepted",
        "2024-08-12 18:00:00+08",
        "campaign_id",
        "jiangsu-2024");
    lake.figure("yunlong", 0, "inspections", "320303", PERIOD, "8");
    lake.submission("print", "plan-baseline", "310118", WINDOW, "accepted", at);
    printed(lake, 0, "risk_points", "310118", "2017-12-31..2017-12-31", "48", "个", "48");
    printed(lake, 1, "risk_points", "310118", "2020-12-31..2020-12-31", "30", "个", "30");
    printed(
        lake, 2, "risk_point_reduction", "310118", "2017-12-31..2020-12-31", "41.6", "%", "41.6%");
    printed(
        lake, 3, "risk_point_reduction", "310118", "2018-01-01..2020-12-31", "41.7", "%", "41.7%");
    printed(lake, 4, "staff_deployed", "310118", "2018-01-01..2020-12-31", "6805", "人次", "6805");
    printed(lake, 5, "inspections", "310118", "2018-01-01..2020-12-31", "1988", "户次", "1988");
    printed(lake, 6, "inspections", "320300", WINDOW, "42", "户次", "42");
    printed(lake, 7, "shutdowns", "320302", WINDOW, "6", "处", "6");
    printed(lake, 9, "referral_rate", "310118", "2018-01-01..2020-12-31", "100", "%", "100%");
    // Of days that are no stored window.
    printed(lake, 8, "shutdowns", "320300", PERIOD, "5", "户次", "5");
    Definitions definitions = Definitions.load(Optional.empty());
    PublishRequest request =
        new PublishRequest(
            "r1",
            LocalDate.of(2024, 8, 31),
            lake.write(home.resolve("lake"), false),
            "snapshots",
            "definitions",
            List.of(
                ExpectedReports.of(
                    definitions.campaigns(), definitions.divisions(), definitions.calendar())),
            1);
    Path file =
        PublishedFixture.publisher(Optional.empty())
            .publish(home.resolve("published"), request)
            .file();
    assertEquals(
        List.of(
            "0|48.0000|0.0000|exact||一致",
            "1|28.0000|2.0000|differs|unexplained|不一致，数据中没有能说明的原因",
            "2|41.6667|-0.0667|truncated|truncated|公布数截去尾数，四舍五入应为 41.7",
            "3|41.6667|0.0333|half_up|half_up|公布数四舍五入，一致",
            "4|null|null|not_computable|no_form|没有表格采集此项，只有公布数",
            "5|null|null|not_computable|no_reports|没有收到所属期在此区间内的报表",
            "6|50.0000|-8.0000|differs|late_report,coverage|不一致，可能的原因：1 份报表逾期，公布时可能没有收到；报送率 20%",
            "7|5.0000|1.0000|differs|counting_unit|不一致，可能的原因：公布的单位是“处”，指标按“户次”计",
            "8|5.0000|0.0000|exact||一致",
            "9|null|null|not_computable|no_records|没有此区间的处罚记录，只有公布数"),
        PublishedFixture.rows(
            file,
            "select ordinal, computed_value, difference, matches, causes, explanation"
                + " from reconciliation order by ordinal"));
  }

  private static void printed(
      LakeFixture lake,
      int ordinal,
      String measure,
      String division,
      String period,
      String value,
      String unit,
      String verbatim) {
    String[] days = period.split("\\.\\.");
    lake.row(
        "stated_figure",
        "submission_id",
        "print",
        "ordinal",
        Integer.toString(ordinal),
        "measure_id",
        measure,
        "division_code",
        division,
        "period_start",
        days[0],
        "period_end",
        days[1],
        "value",
        value,
        "unit",
        measure.equals("shutdowns") ? "户次" : unit,
        "unit_as_sent",
        unit,
        "verbatim",
        verbatim,
        "role",
        "published",
        "state",
        "reported",
        "sheet",
        "公布数",
        "cell",
        "D" + (ordinal + 2));
  }
}
