package xinglin.warehouse.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.warehouse.query.AsOf;
import xinglin.warehouse.query.CsvFormat;
import xinglin.warehouse.query.PublishedQuery;

/**
 * One street's registers of 2021, sent whole each time. 甲 is watched in January, February and
 * April, closed in May and reported back; 乙 is found in March and looked at in May only; 丙 is
 * closed at once; 丁 is of middle risk.
 */
class RegistersThroughTimeTest {
  private static final String STREET = "310118107";
  @TempDir static Path home;
  private static Path file;
  private static final LakeFixture LAKE = new LakeFixture(PublishedFixture.tables());

  @BeforeAll
  static void publish() throws Exception {
    register("january", "2021-02-03 09:00:00+08");
    point("january", "甲", "high", "2021-01-10", "2021-01-20", "", "");
    register("february", "2021-03-03 09:00:00+08");
    point("february", "甲", "high", "2021-01-10", "2021-02-25", "", "");
    register("june", "2021-07-02 09:00:00+08");
    point("june", "甲", "high", "2021-01-10", "2021-04-06", "2021-05-20", "2021-06-01");
    point("june", "乙", "high", "2021-03-15", "", "", "", "site_key", "某街5号");
    // Another office looked at 乙: its register knows the place, and no number.
    LAKE.submission(
        "patrols",
        "xianju-patrol-register",
        "310118",
        "2021-05-01..2021-05-31",
        "accepted",
        "2021-06-02 10:00:00+08");
    row(
        "patrol",
        List.of(
            "submission_id", "patrols",
            "ordinal", "0",
            "division_code", STREET,
            "site_key", "某街5号",
            "visited_on", "2021-05-10"));
    point("june", "丙", "high", "2021-02-01", "", "2021-02-01", "");
    point("june", "丁", "medium", "2021-02-10", "", "", "");
    LAKE.submission(
        "leads",
        "lead-register",
        STREET,
        "2021-01-01..2023-12-31",
        "accepted",
        "2021-07-02 10:00:00+08",
        "accumulation",
        "snapshot");
    lead(0, "1", "2021-01-05", "2021-01-15", "substantiated");
    lead(1, "2", "2021-02-05", "2021-04-01", "unsubstantiated");
    lead(2, "3", "2021-03-05", "", "open");
    file =
        PublishedFixture.publisher(Optional.empty())
            .publish(
                home.resolve("published"),
                PublishedFixture.request(
                    "r1", "2021-07-05", LAKE.write(home.resolve("lake"), false)))
            .file();
  }

  private static void register(String id, String receivedAt) {
    LAKE.submission(
        id,
        "risk-point-register",
        STREET,
        "2021-01-01..2021-06-30",
        "accepted",
        receivedAt,
        "accumulation",
        "snapshot");
  }

  private static int lines;

  private static void point(
      String register,
      String key,
      String tier,
      String found,
      String seen,
      String closed,
      String replied,
      String... more) {
    List<String> cells = new ArrayList<>(List.of(more));
    cells.addAll(
        List.of(
            "submission_id", register,
            "ordinal", String.valueOf(lines++),
            "risk_point_key", key,
            "division_code", STREET,
            "tier", tier,
            "found_on", found,
            "monitored_on", seen,
            "closed_on", closed,
            "replied_on", replied));
    row("risk_point", cells);
  }

  private static void lead(int ordinal, String id, String received, String closed, String result) {
    row(
        "lead",
        List.of(
            "submission_id", "leads",
            "ordinal", String.valueOf(ordinal),
            "lead_id", id,
            "division_code", STREET,
            "received_on", received,
            "closed_on", closed,
            "result", result));
  }

  private static void row(String table, List<String> cells) {
    List<String> filled = new ArrayList<>();
    for (int i = 0; i < cells.size(); i += 2) {
      if (!cells.get(i + 1).isEmpty()) {
        filled.addAll(cells.subList(i, i + 2));
      }
    }
    LAKE.row(table, filled.toArray(String[]::new));
  }

  @Test
  void aRegisterAsItStoodOnADay() throws SQLException {
    String columns =
        "select risk_point_key, tier, found_on, closed_on, is_open, days_open from risk_points_at";
    assertEquals(List.of("甲|high|2021-01-10|null|true|21"), rows(columns + "(date '2021-01-31')"));
    assertEquals(
        List.of(
            "甲|high|2021-01-10|null|true|80",
            "丙|high|2021-02-01|2021-02-01|false|0",
            "丁|medium|2021-02-10|null|true|49",
            "乙|high|2021-03-15|null|true|16"),
        rows(columns + "(date '2021-03-31')"));
    assertEquals(
        List.of(
            "1|substantiated|2021-01-15|false|10", "2|open|null|true|54", "3|open|null|true|26"),
        rows(
            "select lead_id, result, closed_on, is_open, days_open from leads_at(date"
                + " '2021-03-31')"));
  }

  @Test
  void monthsInWhichNobodyLooked() throws SQLException {
    assertEquals(
        List.of("甲|2021-03-01", "乙|2021-04-01"),
        rows("select risk_point_key, month from patrol_gaps_at(date '2021-04-30')"));
    String points =
        "select risk_point_key, patrols, last_patrolled_on, months_due, months_without_patrol from"
            + " high_risk_points_at(date '%s')";
    assertEquals(
        List.of("甲|3|2021-04-06|3|1", "乙|0|null|1|1"), rows(String.format(points, "2021-04-30")));
    assertEquals(List.of("乙|1|2021-05-10|3|2"), rows(String.format(points, "2021-06-30")));
  }

  @Test
  void foundMonitoredDealtWithReportedBack() throws SQLException {
    assertEquals(
        List.of(
            "甲|found|2021-01-10|2021-01-20|10|false",
            "甲|monitored|2021-01-20|2021-05-20|120|false",
            "甲|dealt_with|2021-05-20|2021-06-01|12|false",
            "甲|reported_back|2021-06-01|null|29|true",
            "丙|found|2021-02-01|2021-02-01|0|false",
            "丙|dealt_with|2021-02-01|null|149|true",
            "丁|found|2021-02-10|null|140|true",
            "乙|found|2021-03-15|2021-05-10|56|false",
            "乙|monitored|2021-05-10|null|51|true"),
        rows(
            "select risk_point_key, stage, from_on, to_on, days, is_current from"
                + " supervision_at(date '2021-06-30')"));
    assertEquals(
        List.of(
            "high|found|3|0|22.0|null",
            "high|monitored|2|1|120.0|51",
            "high|dealt_with|2|1|12.0|149",
            "high|reported_back|1|1|null|null",
            "medium|found|1|1|null|140"),
        rows(
            "select tier, stage, points_reached, points_there, days_mean, days_longest_waiting from"
                + " supervision_by_tier_at(date '2021-06-30') where division_code = '310118' order"
                + " by tier, step"));
  }

  /** What the registers said in spring, not what is known now: nobody had told of 乙 and 丙. */
  @Test
  void whatWasKnownIsAnotherQuestion() throws Exception {
    StringBuilder out = new StringBuilder();
    try (PublishedQuery query =
        PublishedQuery.open(file, Optional.of(new AsOf(LocalDate.parse("2021-05-31"))))) {
      query.print(
          "select risk_point_key, patrols, months_without_patrol from high_risk_points_at(date"
              + " '2021-04-30')",
          new CsvFormat(),
          out);
    }
    assertEquals("risk_point_key,patrols,months_without_patrol\n甲,2,2\n", out.toString());
  }

  @Test
  void theFileSaysWhatTheyAre() throws SQLException {
    assertEquals(
        List.of("7"),
        rows(
            "select count(distinct function_name) from duckdb_functions() where schema_name ="
                + " 'main' and comment is not null and (function_name like '%_at' or function_name"
                + " = 'risk_point_patrols')"));
  }

  private static List<String> rows(String sql) throws SQLException {
    return PublishedFixture.rows(file, sql);
  }
}
