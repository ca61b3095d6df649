package xinglin.app.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.rollup.Difference;
import xinglin.jobs.rollup.Reporter;
import xinglin.jobs.rollup.Rollup;
import xinglin.jobs.rollup.RollupAsked;
import xinglin.jobs.sheet.FilledFile;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.value.Period;
import xinglin.warehouse.query.AsOf;
import xinglin.warehouse.query.PublishedRows;

/**
 * Attachment 1 of 徐州市 from its counties: the city sends what was rolled up while one county was
 * still missing, then that county reports.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RollupTest {
  private static final String FORM = "jiangsu-campaign-summary";
  private static final String XINYI = "i-xinyi-clean.ods";
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());
  private static final RollupAsked ASKED =
      new RollupAsked(
          DEFINITIONS.forms().editions(FORM).get(0),
          DEFINITIONS.divisions().find("320300").orElseThrow(),
          new Period(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 7, 31)));

  private Path home = Path.of("");
  private Path sent = Path.of("");

  @BeforeAll
  void twoNights(@TempDir Path folder) throws IOException {
    home = Examples.home(folder.resolve("home"));
    Examples.deliver(home, file -> file.startsWith("jiangsu-2024/") && !file.contains("xinyi"));
    Examples.night(home);
    sent = FilledFile.write(rollup().form(), folder.resolve("city"), "xlsx");
    Files.copy(sent, home.resolve("inbox").resolve("city.xlsx"));
    Examples.deliver(home, "jiangsu-2024/" + XINYI);
    Examples.night(home);
  }

  private Rollup rollup() {
    try (PublishedRows published =
        PublishedRows.open(home.resolve("published"), Optional.empty(), Optional.empty())) {
      return Rollup.of(ASKED, published, DEFINITIONS);
    }
  }

  @Test
  void theCitysOwnReportIsAcceptedAndNeverAdded() throws IOException {
    assertEquals(
        List.of("accepted"),
        Published.query(home, "select verdict from submission where reporter_code = '320300'"));
    // What the counties state as their totals, which nothing here has added up before.
    assertEquals(
        Published.query(
            home,
            "select measure_id, sum(value) from stated_figure where form_id = '"
                + FORM
                + "' and role = 'total' and division_code <> '320300' and value is not null"
                + " group by all order by all"),
        Published.query(
            home,
            "select measure_id, sum(value) from rollup_figure('"
                + FORM
                + "', 'county', '320300', date '2024-04-01', date '2024-07-31')"
                + " where role = 'observation' and division_code = '320300' and value is not null"
                + " group by all order by all"));
  }

  @Test
  void whatTheCitySaysDiffersByTheCountyThatCameLater() throws IOException {
    Map<String, String> later =
        Published.query(
                home,
                "select measure_id || ' ' || category, -value from observation where form_id = '"
                    + FORM
                    + "' and division_code = '320381' and value <> 0")
            .stream()
            .map(line -> line.split(","))
            .collect(Collectors.toMap(cells -> cells[0], cells -> plain(cells[1]), (a, b) -> a));
    Map<String, String> differences = new TreeMap<>();
    for (Difference one : rollup().differences()) {
      differences.put(
          one.measure() + " " + one.category(),
          plain(one.difference().orElseThrow().toPlainString()));
    }
    assertTrue(later.size() > 20, later.toString());
    assertEquals(new TreeMap<>(later), differences);
  }

  @Test
  void whoReportedAndWhoDidNot() {
    assertEquals(
        Map.of(
            "own", "徐州市",
            "counted", "鼓楼区 云龙区 贾汪区 泉山区 铜山区 新沂市",
            "missing", "丰县 沛县 睢宁县 邳州市"),
        rollup().reporters().stream()
            .collect(
                Collectors.groupingBy(
                    Reporter::use, Collectors.mapping(Reporter::name, Collectors.joining(" ")))));
  }

  /** A province takes what its counties say; the city's report is only listed. */
  @Test
  void aProvinceCountsCountiesAndNotTheirCity() {
    RollupAsked province =
        new RollupAsked(
            ASKED.form(), DEFINITIONS.divisions().find("320000").orElseThrow(), ASKED.period());
    try (PublishedRows published =
        PublishedRows.open(home.resolve("published"), Optional.empty(), Optional.empty())) {
      Rollup rollup = Rollup.of(province, published, DEFINITIONS);
      assertEquals(
          Map.of("320300", "covered"),
          rollup.reporters().stream()
              .filter(one -> one.code().endsWith("00"))
              .collect(Collectors.toMap(Reporter::code, Reporter::use)));
      assertEquals(6, rollup.reporters().stream().filter(Reporter::isCounted).count());
    }
  }

  @Test
  void asOfTheDayBeforeAnythingCameThereIsNothing() {
    try (PublishedRows published =
        PublishedRows.open(
            home.resolve("published"),
            Optional.empty(),
            Optional.of(new AsOf(LocalDate.of(2024, 7, 1))))) {
      assertTrue(Rollup.of(ASKED, published, DEFINITIONS).isEmpty());
    }
  }

  private static String plain(String number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }
}
