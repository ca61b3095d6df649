package xinglin.app.night.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.assembly.Night;
import xinglin.app.command.CommandLines;
import xinglin.app.night.Examples;
import xinglin.app.night.Published;
import xinglin.jobs.batch.Progress;

/**
 * Three provinces report people whose numbers are masked or missing: who is surely one is joined by
 * the night, who may be one waits for somebody, and what somebody decided holds. All are invented.
 */
final class ReviewNightTest {
  /** Prior penalties of both pairs, and offenders in several provinces as Shanghai counts them. */
  private static final String COUNTED =
      "select max(prior_penalties) filter (document_number = '嘉卫医罚〔2024〕903号'),"
          + " max(prior_penalties) filter (document_number = '徐鼓卫医罚〔2024〕902号'),"
          + " (select cast(value as integer) from indicator where indicator_id = 'cross_region_repeat_offenders'"
          + " and division_code = '310000' and window_start = date '2024-01-01') from penalty";

  private static final String TRIGGERS =
      "select document_number, earlier_penalties, provinces from referral_trigger";

  @TempDir Path folder;

  @Test
  void whoMayBeOneWaitsAndWhatSomebodyDecidedHolds() throws IOException {
    Path home = Examples.home(folder.resolve("home"));
    PenaltyCsv.deliver(
        home,
        "310000",
        PenaltyCsv.row(
                "上官若馨",
                "990001190003059***",
                "嘉卫医罚〔2024〕901号",
                "嘉定区梅园路12号",
                "2024-01-10",
                PenaltyCsv.SHANGHAI)
            + PenaltyCsv.row(
                "王伟", "", "嘉卫医罚〔2024〕902号", "嘉定区梅园路243号", "2024-01-11", PenaltyCsv.SHANGHAI)
            + PenaltyCsv.row(
                "王伟", "不详", "嘉卫医罚〔2024〕903号", "嘉定区梅园路8号", "2024-05-11", PenaltyCsv.SHANGHAI)
            + PenaltyCsv.row(
                "欧阳若兰",
                "990001************",
                "嘉卫医罚〔2024〕904号",
                "丰庄路1号",
                "2024-02-01",
                PenaltyCsv.SHANGHAI)
            + PenaltyCsv.row(
                "李静", "不详", "嘉卫医罚〔2024〕905号", "嘉定区塔城路3号", "2024-02-02", PenaltyCsv.SHANGHAI));
    PenaltyCsv.deliver(
        home,
        "320000",
        PenaltyCsv.row(
                "上官若馨",
                "99000119000305****",
                "徐鼓卫医罚〔2024〕901号",
                "鼓楼区淮海路7号",
                "2024-03-10",
                PenaltyCsv.JIANGSU)
            + PenaltyCsv.row(
                "欧阳若兰",
                "990001************",
                "徐鼓卫医罚〔2024〕902号",
                "黄河路2号",
                "2024-04-01",
                PenaltyCsv.JIANGSU));
    PenaltyCsv.deliver(
        home,
        "330000",
        PenaltyCsv.row(
            "上官若馨",
            "990001190003059012",
            "拱卫医罚〔2024〕901号",
            "拱墅区湖墅路9号",
            "2024-06-01",
            PenaltyCsv.ZHEJIANG));
    Examples.night(home);

    assertEquals(
        List.of(
            "joined,sure,姓名相同，出生日期相同，证件号码所见6位相同，地点不同 → 0.99",
            "joined,sure,姓名相同，出生日期相同，证件号码所见6位相同，地点不同 → 0.99",
            "joined,sure,姓名相同，出生日期相同，证件号码所见7位相同，地点不同 → 0.99",
            "proposed,likely,姓名相同，地址同一道路 → 0.88",
            "proposed,likely,姓名相同，证件号码所见6位相同，地点不同 → 0.79"),
        Published.query(
            home, "select standing, outcome, reasons from match_decision order by all"));
    assertEquals(List.of("拱卫医罚〔2024〕901号,2,3"), Published.query(home, TRIGGERS));
    assertEquals(List.of("0,0,1"), Published.query(home, COUNTED), "nobody is one for 不详");
    final Map<String, List<String>> untouched = Published.current(home);
    final String road = match(home, "%道路%");
    final String area = match(home, "%所见6位相同，地点不同 → 0.7%");
    String listed = said(home, "review", "list");
    assertTrue(listed.contains(road + "  待审核  姓名相同，地址同一道路 → 0.88"), listed);
    assertTrue(listed.contains("王*，嘉定区梅园路***号  嘉卫医罚〔2024〕902号"), listed);
    assertFalse(listed.contains("王伟") || listed.contains("欧阳若兰"), listed);
    assertTrue(said(home, "review", "show", road).contains("王伟，嘉定区梅园路243号"), "plain");

    said(home, "review", "accept", road, "--by", "李科", "--reason", "案卷相同");
    said(home, "review", "accept", area, "--by", "李科", "--reason", "案卷相同");
    String refused = nightDuring(home, "review", "refuse", road, "--by", "李科", "--reason", "兄弟二人");
    assertEquals(List.of("1,1,2"), Published.query(home, COUNTED), "both are one, as " + refused);
    assertEquals(List.of("accepted,accepted"), standings(home, road, area));

    Examples.night(home);
    assertEquals(List.of("0,1,2"), Published.query(home, COUNTED), "decided while a night ran");
    assertEquals(List.of("refused,accepted"), standings(home, road, area));
    assertTrue(said(home, "review", "list").startsWith("没有"), "neither is proposed again");
    Map<String, List<String>> before = Published.current(home);
    new Night(Examples.place(home), Progress.SILENT).rebuild();
    assertEquals(before, Published.current(home), "a rebuild finds the same and knows the journal");

    said(home, "review", "undo", road, "--by", "李科", "--reason", "再查");
    said(home, "review", "undo", area, "--by", "李科", "--reason", "再查");
    Examples.night(home);
    assertEquals(untouched, Published.current(home), "as if nobody had decided");
    assertTrue(said(home, "review", "list", "--all", "--json").contains("\"standing\""), "json");
  }

  private static String match(Path home, String reasons) throws IOException {
    return Published.query(
            home,
            "select match_id from match_decision where standing = 'proposed' and reasons like '"
                + reasons
                + "'")
        .get(0);
  }

  private static List<String> standings(Path home, String one, String other) throws IOException {
    return Published.query(
        home,
        Examples.text(
            "select any_value(standing) filter (match_id = '%s'), any_value(standing) filter (match_id = '%s') from match_decision",
            one, other));
  }

  /** Somebody decides after this night has found who is who, and before it has published. */
  private static String nightDuring(Path home, String... words) {
    StringBuilder said = new StringBuilder();
    Progress progress =
        (step, done, total) -> {
          if (step.equals("publish")) {
            said.append(said(home, words));
          }
        };
    new Night(Examples.place(home), progress).run(Night.Steps.ALL);
    return said.toString();
  }

  private static String said(Path home, String... words) {
    StringWriter out = new StringWriter();
    String[] all =
        Stream.concat(Stream.of(words), Stream.of("--home", home.toString()))
            .toArray(String[]::new);
    int code = CommandLines.run(all, new PrintWriter(out), new PrintWriter(out));
    assertEquals(0, code, out.toString());
    return out.toString();
  }
}
