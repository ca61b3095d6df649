package xinglin.app.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import xinglin.app.assembly.Night;
import xinglin.app.assembly.NightResult;
import xinglin.jobs.batch.Progress;

/** One home, one night on all examples; what follows changes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NightOnExamplesTest {
  private Path home = Path.of("");
  private NightResult first = new NightResult("", Map.of(), Map.of(), Optional.empty());
  private Map<String, List<String>> rows = Map.of();

  @BeforeAll
  void night(@TempDir Path folder) throws IOException {
    home = Examples.home(folder.resolve("home"));
    Examples.deliver(home, file -> true);
    first = Examples.night(home);
    rows = Published.rows(home);
  }

  @Test
  void everyFileGetsItsVerdict() throws IOException {
    Map<String, List<String>> got = new TreeMap<>();
    for (String line :
        Published.query(home, "select sha256, verdict from history.submission order by all")) {
      String[] cells = line.split(",");
      got.computeIfAbsent(cells[0], sha -> new ArrayList<>()).add(cells[1]);
    }
    List<String> wrong = new ArrayList<>();
    for (Examples.Expected one : Examples.expected()) {
      String sha = Sha.of(Examples.folder().resolve("inbox").resolve(one.file()));
      List<String> verdicts = got.getOrDefault(sha, List.of());
      boolean all = verdicts.contains("duplicate") || verdicts.stream().allMatch(one::accepts);
      if (verdicts.isEmpty() || !all) {
        wrong.add(one.file() + ": expected " + one.verdict() + ", got " + verdicts);
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(
        List.of("1"),
        Published.query(
            home, "select count(*) from history.submission where verdict = 'duplicate'"));
  }

  @Test
  void everyDeliveryIsCountedAndAnswered() throws IOException {
    int files = Examples.expected().size();
    assertEquals(files, first.count("deliveries"));
    try (Stream<Path> outbox = Files.walk(home.resolve("outbox"))) {
      List<String> names = outbox.map(path -> path.getFileName().toString()).toList();
      assertEquals(files, names.stream().filter(name -> name.endsWith(".json")).count());
      assertTrue(
          names.stream().anyMatch(name -> name.matches("[0-9a-f]{16}-marked\\.xlsx")),
          names.toString());
      assertFalse(names.stream().anyMatch(name -> name.endsWith(".part")), names.toString());
    }
    try (Stream<Path> inbox = Files.walk(home.resolve("inbox"))) {
      assertEquals(List.of(), inbox.filter(Files::isRegularFile).toList());
    }
  }

  @Test
  void qingpuIsPublishedAsPrintedAndAsComputed() throws IOException {
    assertEquals(
        List.of("41.6667,41.6000,truncated", "35.7143,,"),
        Published.query(
                home,
                "select value, published_value, published_matches from indicator where indicator_id = 'risk_point_reduction'"
                    + " and division_code = '310118' and window_end < date '2024-01-01' order by window_start")
            .stream()
            .map(line -> line.replace("41.6,", "41.6000,"))
            .toList());
  }

  /** Counted by hand from the times of receipt of the examples. */
  @Test
  void whoReportedOnTimeAndWhoDidNot() throws IOException {
    assertEquals(
        List.of(
            "attachment 1,late,泉山区",
            "attachment 1,missing,丰县 沛县 睢宁县 邳州市",
            "attachment 1,on_time,鼓楼区 云龙区 贾汪区 铜山区 新沂市",
            "attachment 2,missing,鼓楼区 泉山区 丰县 沛县 睢宁县 邳州市",
            "attachment 2,on_time,云龙区 贾汪区 铜山区 新沂市",
            "patrols 2020-10-14,on_time,福应街道 横溪镇 白塔镇"),
        Published.query(
            home,
            """
            select
              case form_id when 'jiangsu-campaign-summary' then 'attachment 1' when 'jiangsu-lookback' then 'attachment 2'
                else 'patrols ' || due_on end as what,
              state,
              string_agg(name, ' ' order by completeness.division_code)
            from completeness
            join division using (division_code)
            where form_id in ('jiangsu-campaign-summary', 'jiangsu-lookback')
              or form_id = 'xianju-patrol-register' and state <> 'missing'
            group by all
            order by all
            """));
    assertEquals(
        List.of("20,57,3"),
        Published.query(
            home,
            "select count(distinct division_code), count(*) filter (state = 'missing'), count(*)"
                + " filter (state = 'on_time') from completeness where form_id ="
                + " 'xianju-patrol-register'"));
  }

  @Test
  void againOnTheSameDayChangesNothing() throws IOException {
    NightResult second = Examples.night(home);
    NightResult third = Examples.night(home);
    assertEquals(0, second.count("deliveries") + third.count("deliveries"));
    assertEquals(0, second.count("rows") + third.count("rows"));
    assertEquals(second.published(), third.published());
    assertEquals(rows, Published.rows(home));
  }

  @Test
  void rebuildGivesTheSameRows() throws IOException {
    NightResult rebuilt = new Night(Examples.place(home), Progress.SILENT).rebuild();
    assertEquals(first.count("submissions"), rebuilt.count("submissions"));
    assertEquals(rows, Published.rows(home));
  }
}
