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

/** What is current, what was, and when it changed. */
class HistoryTest {
  private static final String FORM = "jiangsu-campaign-summary";
  private static final String PERIOD = "2024-04-01..2024-07-31";
  @TempDir static Path home;
  private static Path file;
  private static Path backwards;

  @BeforeAll
  static void publish() throws Exception {
    LakeFixture lake = new LakeFixture(PublishedFixture.tables());
    // 泉山: rejected, then corrected.
    county(lake, "d", "320311", "rejected", "2024-08-06 18:00:00+08", "70");
    county(lake, "g", "320311", "accepted", "2024-08-12 18:00:00+08", "71");
    // 鼓楼: A, B, then A again.
    county(lake, "a", "320302", "accepted", "2024-08-01 09:00:00+08", "10");
    county(lake, "b", "320302", "accepted_with_warnings", "2024-08-03 09:00:00+08", "20");
    lake.submission(
        "a-again", FORM, "320302", PERIOD, "duplicate", "2024-08-05 09:00:00+08", "same_as", "a");
    // 云龙: accepted, then a later one rejected: both stand.
    county(lake, "y1", "320303", "accepted", "2024-08-01 09:00:00+08", "5");
    county(lake, "y2", "320303", "rejected", "2024-08-04 09:00:00+08", "6");
    lake.row(
        "finding",
        "submission_id",
        "y2",
        "ordinal",
        "0",
        "code",
        "TOTAL_MISMATCH",
        "severity",
        "error",
        "sheet",
        "Sheet1",
        "cell",
        "B8");
    lake.row(
        "finding",
        "submission_id",
        "d",
        "ordinal",
        "0",
        "code",
        "TOTAL_MISMATCH",
        "severity",
        "error",
        "sheet",
        "Sheet1",
        "cell",
        "B8");
    // 铜山: judged twice, what was loaded last holds; and what an older look at history found is
    // gone.
    county(lake, "t", "320312", "rejected", "2024-08-01 09:00:00+08", "8");
    lake.submission(
        "t",
        FORM,
        "320312",
        PERIOD,
        "accepted",
        "2024-08-01 09:00:00+08",
        "loaded_at",
        "2026-02-01 00:00:00+08",
        "run_id",
        "run-2");
    lake.row(
        "finding",
        "submission_id",
        "t",
        "ordinal",
        "0",
        "code",
        "OUTLIER",
        "severity",
        "warning",
        "judged_in",
        "run-1");
    // No form at all; and rows whose submission was never committed.
    lake.submission(
        "u",
        "",
        "",
        "2024-01-01..2024-01-01",
        "unrecognised",
        "2024-08-02 09:00:00+08",
        "period_start",
        "",
        "period_end",
        "");
    lake.figure("lost", 0, "inspections", "320302", PERIOD, "999");
    // 贾汪: the same bytes twice, nothing between.
    county(lake, "j", "320305", "accepted", "2024-08-01 09:00:00+08", "3");
    lake.submission(
        "j-again", FORM, "320305", PERIOD, "duplicate", "2024-08-07 09:00:00+08", "same_as", "j");
    Publisher publisher = PublishedFixture.publisher(Optional.empty());
    file =
        publisher
            .publish(
                home.resolve("published"),
                PublishedFixture.request(
                    "r1", "2024-09-01", lake.write(home.resolve("lake"), false)))
            .file();
    backwards =
        publisher
            .publish(
                home.resolve("other"),
                PublishedFixture.request(
                    "r1", "2024-09-01", lake.write(home.resolve("lake2"), true)))
            .file();
  }

  private static void county(
      LakeFixture lake, String id, String county, String verdict, String at, String inspections) {
    lake.submission(id, FORM, county, PERIOD, verdict, at);
    lake.figure(id, 0, "inspections", county, PERIOD, inspections);
  }

  @Test
  void theLatestThatCountsIsCurrent() throws SQLException {
    assertEquals(
        List.of("a|10.0000", "g|71.0000", "j|3.0000", "t|8.0000", "y1|5.0000"),
        PublishedFixture.rows(file, "select submission_id, value from observation order by 1"));
  }

  @Test
  void aRejectedOneStandsUntilSomethingElseArrives() throws SQLException {
    assertEquals(
        List.of(
            "a|accepted|1",
            "g|accepted|2",
            "j|accepted|1",
            "t|accepted|1",
            "u|unrecognised|1",
            "y1|accepted|1",
            "y2|rejected|2"),
        PublishedFixture.rows(
            file, "select submission_id, verdict, revision from submission order by 1"));
    assertEquals(
        List.of("y2|TOTAL_MISMATCH"),
        PublishedFixture.rows(file, "select submission_id, code from finding order by 1"));
  }

  @Test
  void historyKeepsAllRevisionsWithTheirTime() throws SQLException {
    assertEquals(
        List.of(
            "a|08-01|08-03",
            "a|08-05|null",
            "b|08-03|08-05",
            "d|08-06|08-06",
            "g|08-12|null",
            "j|08-01|null",
            "t|08-01|null",
            "y1|08-01|null",
            "y2|08-04|08-04"),
        PublishedFixture.rows(
            file,
            "select submission_id, strftime(known_from, '%m-%d'), strftime(known_to, '%m-%d') from"
                + " history.observation order by 1, 2"));
    assertEquals(
        List.of(
            "a-again|duplicate|08-05|08-05|null",
            "d|rejected|08-06|08-12|1",
            "j-again|duplicate|08-07|08-07|null",
            "y2|rejected|08-04|null|2"),
        PublishedFixture.rows(
            file,
            "select submission_id, verdict, strftime(known_from, '%m-%d'), strftime(known_to,"
                + " '%m-%d'), revision from history.submission where verdict not like 'acc%' and"
                + " verdict <> 'unrecognised' order by 1"));
  }

  @Test
  void anyDayCanBeAskedFor() throws Exception {
    String gulou = "select submission_id from observation where division_code = '320302'";
    assertEquals("submission_id\n", asOf("2024-07-31", gulou));
    assertEquals("submission_id\na\n", asOf("2024-08-01", gulou));
    assertEquals("submission_id\nb\n", asOf("2024-08-03", gulou));
    assertEquals("submission_id\nb\n", asOf("2024-08-04", gulou));
    assertEquals("submission_id\na\n", asOf("2024-08-05", gulou));
    assertEquals(
        "submission_id,verdict\nd,rejected\n",
        asOf(
            "2024-08-11",
            "select submission_id, verdict from submission where reporter_code = '320311'"));
    assertEquals(
        "division_code,value,window_end,verdict\n320000,36.0000,2026-12-31,running\n",
        asOf(
            "2024-08-04",
            "select division_code, value, window_end, verdict from indicator where indicator_id ="
                + " 'inspections' and division_code = '320000'"));
    assertEquals(
        "division_code,value,note\n320300,97.0000,截至2024-09-01\n",
        query(
            Optional.empty(),
            "select division_code, value, note from indicator where indicator_id = 'inspections'"
                + " and division_code = '320300'"));
  }

  private static String asOf(String day, String sql) throws Exception {
    return query(Optional.of(new AsOf(LocalDate.parse(day))), sql);
  }

  private static String query(Optional<AsOf> asOf, String sql) throws Exception {
    StringBuilder out = new StringBuilder();
    try (PublishedQuery query = PublishedQuery.open(file, asOf)) {
      query.print(sql, new CsvFormat(), out);
    }
    return out.toString();
  }

  @Test
  void orderOfLoadingDoesNotMatter() throws SQLException {
    for (String table :
        PublishedFixture.rows(
            file, "select schema_name || '.' || table_name from duckdb_tables() order by 1")) {
      String all = "select * from " + table;
      assertEquals(
          new ArrayList<>(PublishedFixture.rows(file, all)),
          PublishedFixture.rows(backwards, all),
          table);
    }
  }
}
