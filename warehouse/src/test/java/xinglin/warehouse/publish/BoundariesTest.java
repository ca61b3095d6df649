package xinglin.warehouse.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.DivisionChange;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.engine.Definitions;

/**
 * Series through years in which boundaries changed, by hand. Hangzhou 2021: 下城 became part of 拱墅;
 * 江干 went to 上城 and 钱塘, which also has a part of 萧山; 临平 came out of 余杭. Nantong 2020: 海门市 is 海门区.
 */
class BoundariesTest {
  private static final String FORM = "jiangsu-campaign-summary";
  private static final String BEFORE = "2019-04-01..2019-07-31";
  private static final String AFTER = "2022-04-01..2022-07-31";
  @TempDir static Path home;
  private static Path file;

  @BeforeAll
  static void publish() throws Exception {
    LakeFixture lake = new LakeFixture(PublishedFixture.tables());
    Map.of(
            "330102", "5", "330103", "10", "330104", "30", "330105", "20", "330109", "50", "330110",
            "40", "320684", "7")
        .forEach((code, value) -> report(lake, code, BEFORE, value));
    Map.of(
            "330102", "33", "330105", "25", "330110", "22", "330113", "18", "330114", "9", "320614",
            "8")
        .forEach((code, value) -> report(lake, code, AFTER, value));
    Definitions definitions = Definitions.load(Optional.empty());
    PublishRequest request =
        new PublishRequest(
            "r1",
            LocalDate.parse("2024-09-01"),
            lake.write(home.resolve("lake"), false),
            "i",
            "d",
            List.of(
                new Dimension(
                    "division",
                    definitions.divisions().list().stream()
                        .map(division -> row(definitions.divisions(), division))
                        .toList()),
                new Dimension(
                    "division_change",
                    definitions.divisions().changes().stream().map(BoundariesTest::row).toList())),
            3);
    file =
        PublishedFixture.publisher(Optional.empty())
            .publish(home.resolve("published"), request)
            .file();
  }

  @Test
  void formerYearsOnTheBoundariesOf2023() throws SQLException {
    assertEquals(
        List.of(
            "320000|7.0000|true|null",
            "320600|7.0000|true|null",
            "320614|7.0000|true|null",
            "330000|155.0000|true|null",
            "330100|155.0000|true|null",
            "330102|null|false|江干区的数涉及几个区划，无法分摊，只计入上级",
            "330105|30.0000|true|null",
            "330109|null|false|萧山区的数涉及几个区划，无法分摊，只计入上级",
            "330110|null|false|余杭区的数涉及几个区划，无法分摊，只计入上级",
            "330113|null|false|余杭区的数涉及几个区划，无法分摊，只计入上级",
            "330114|null|false|江干区、萧山区的数涉及几个区划，无法分摊，只计入上级"),
        series("2018-01-01", "2020-12-31", 2023));
  }

  @Test
  void laterYearsOnTheBoundariesOf2020() throws SQLException {
    assertEquals(
        List.of(
            "320000|8.0000|true|null",
            "320600|8.0000|true|null",
            "320614|8.0000|true|null",
            "330000|107.0000|true|null",
            "330100|107.0000|true|null",
            "330102|null|false|上城区的数涉及几个区划，无法分摊，只计入上级",
            "330103|null|false|拱墅区的数涉及几个区划，无法分摊，只计入上级",
            "330104|null|false|上城区、钱塘区的数涉及几个区划，无法分摊，只计入上级",
            "330105|null|false|拱墅区的数涉及几个区划，无法分摊，只计入上级",
            "330109|null|false|钱塘区的数涉及几个区划，无法分摊，只计入上级",
            "330110|40.0000|true|null"),
        series("2021-01-01", "2023-12-31", 2020));
  }

  @Test
  void asReportedTheSumStaysAndSaysWhatChanged() throws SQLException {
    assertEquals(
        List.of(
            "330100|107.0000|155.0000|null",
            "330105|25.0000|20.0000|区划有变动（2021-04-09 下城区并入拱墅区），前后不可比，可用 indicator_on 按某一年的区划计算"),
        PublishedFixture.rows(
            file,
            "select division_code, value, previous_value, note from indicator where indicator_id ="
                + " 'inspections' and window_start = '2021-01-01' and division_code in ('330100',"
                + " '330105') order by all"));
  }

  private static void report(LakeFixture lake, String code, String period, String value) {
    String id = code + period.substring(0, 4);
    lake.submission(id, FORM, code, period, "accepted", period.substring(12) + " 18:00:00+08");
    lake.figure(id, 0, "inspections", code, period, value);
  }

  private static List<String> series(String from, String to, int year) throws SQLException {
    return PublishedFixture.rows(
        file,
        "select division_code, value, is_comparable, note from indicator_on('inspections', date '"
            + from
            + "', date '"
            + to
            + "', "
            + year
            + ") order by division_code");
  }

  private static Map<String, String> row(Divisions divisions, Division division) {
    Map<String, String> row = new HashMap<>();
    row.put("division_code", division.code());
    row.put("name", division.name());
    row.put("level", division.level().code());
    division.parentCode().ifPresent(parent -> row.put("parent_code", parent));
    divisions.firstDay(division).ifPresent(day -> row.put("valid_from", day.toString()));
    divisions.lastDay(division).ifPresent(day -> row.put("valid_to", day.toString()));
    return row;
  }

  private static Map<String, String> row(DivisionChange change) {
    return Map.of(
        "from_code", change.from(),
        "to_code", change.to(),
        "changed_on", change.on().toString(),
        "is_day_known", String.valueOf(change.isDayKnown()),
        "kind", change.kind().code(),
        "source", change.source());
  }
}
