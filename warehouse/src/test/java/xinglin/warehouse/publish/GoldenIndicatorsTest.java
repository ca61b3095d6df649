package xinglin.warehouse.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xinglin.schemas.codelist.Measures;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.indicator.IndicatorDefinition;
import xinglin.schemas.indicator.Indicators;

/**
 * Indicators against figures worked by hand: each folder of {@code indicators} holds what was
 * reported, what has to come out, and why. The folders are of different provinces, so one
 * publication holds them all.
 */
class GoldenIndicatorsTest {
  private static final List<String> FOLDERS =
      List.of(
          "05-yearly-work",
          "06-leads-answered",
          "07-spot-check",
          "08-months-without-patrol",
          "09-campaign-sums",
          "10-leads-counted",
          "11-risk-points");
  private static final Map<String, List<String>> REPORTS = new HashMap<>();
  @TempDir static Path home;
  private static Path file;

  @BeforeAll
  static void publish() throws Exception {
    LakeFixture lake = new LakeFixture(PublishedFixture.tables());
    List<Map<String, String>> campaigns = new ArrayList<>();
    for (String folder : FOLDERS) {
      for (Map<String, String> one : rows(folder + "/input/submission.csv")) {
        lake.submission(
            one.get("submission"),
            one.get("form"),
            one.get("reporter"),
            one.get("from") + ".." + one.get("to"),
            "accepted",
            one.get("received_at"),
            "campaign_id",
            one.get("campaign"));
      }
      for (String table : List.of("observation", "lead", "risk_point", "patrol")) {
        String resource = folder + "/input/" + table + ".csv";
        if (GoldenIndicatorsTest.class.getResource("/indicators/" + resource) != null) {
          lake.csv(table, "/indicators/" + resource);
        }
      }
      if (folder.startsWith("08")) {
        campaigns.addAll(rows(folder + "/input/campaign.csv"));
      }
    }
    Definitions definitions = Definitions.load(Optional.empty());
    Dimension expected =
        ExpectedReports.of(
            definitions.campaigns(), definitions.divisions(), definitions.calendar());
    PublishRequest request =
        new PublishRequest(
            "r1",
            LocalDate.parse("2025-01-06"),
            lake.write(home.resolve("lake"), false),
            "i",
            "d",
            List.of(
                expected, new Dimension("campaign", campaigns), new Dimension("form", registers())),
            3);
    file =
        PublishedFixture.publisher(Optional.empty())
            .publish(home.resolve("published"), request)
            .file();
  }

  private static List<Map<String, String>> registers() {
    return List.of(
        Map.of("form_id", "lead-register", "accumulation", "snapshot"),
        Map.of("form_id", "risk-point-register", "accumulation", "snapshot"),
        Map.of("form_id", "xianju-patrol-register", "accumulation", "cumulative"));
  }

  static List<String> folders() {
    return FOLDERS;
  }

  @ParameterizedTest
  @MethodSource("folders")
  void theFigureIsThatOfTheHand(String folder) throws Exception {
    List<String> expected = lines(folder + "/expected.csv").stream().skip(1).toList();
    List<String> found = new ArrayList<>();
    for (String line : expected) {
      String[] cells = line.split(",", -1);
      String key = String.join(",", cells[0], cells[1], cells[2], cells[3]) + ",";
      found.addAll(report(cells[1], cells[2]).stream().filter(row -> row.startsWith(key)).toList());
    }
    assertEquals(expected, found);
  }

  /** All indicators of a window, asked for once; the stored ones are those of the table. */
  private static List<String> report(String from, String to) throws SQLException {
    String window = "date '" + from + "', date '" + to + "'";
    List<String> known = REPORTS.get(window);
    if (known == null) {
      boolean stored =
          List.of("2018-01-01/2020-12-31", "2021-01-01/2023-12-31").contains(from + "/" + to);
      String where = " where window_start = '" + from + "' and window_end = '" + to + "'";
      known =
          values(
              "select indicator_id, window_start, window_end, division_code, plain_number(numerator),"
                  + " plain_number(denominator), plain_number(value), plain_number(coverage), verdict"
                  + " from "
                  + (stored ? "indicator" + where : "indicator_report(" + window + ")"));
      REPORTS.put(window, known);
    }
    return known;
  }

  @Test
  void afterTheCampaignNothingIsDue() throws SQLException {
    assertEquals(
        List.of(),
        values(
            "select * from indicator where indicator_id = 'monthly_patrol_gap' and window_start >="
                + " date '2021-07-01'"));
  }

  /** Three indicators of penalties have folders of their own, the assessment a town of its own. */
  @Test
  void everyIndicatorHasItsExample() throws Exception {
    Set<String> shown =
        new TreeSet<>(
            List.of(
                "criminal_referral_rate",
                "referral_timeliness",
                "cross_region_repeat_offenders",
                "town_assessment_deduction"));
    for (String folder : FOLDERS) {
      rows(folder + "/expected.csv").forEach(row -> shown.add(row.get("indicator_id")));
    }
    String printed =
        Files.readString(
            Path.of(GoldenIndicatorsTest.class.getResource("/qingpu/stated_figure.csv").toURI()));
    for (IndicatorDefinition indicator : indicators().list()) {
      if (indicator.forms().isEmpty()
          && ("\n" + printed).contains("\n" + indicator.printedMeasure() + ",")) {
        shown.add(indicator.id());
      }
    }
    assertEquals(
        indicators().list().stream().map(IndicatorDefinition::id).sorted().toList(),
        List.copyOf(shown));
  }

  @Test
  void daysAreAskedForAsAPersonWould() throws SQLException {
    assertEquals(
        List.of("2021-01-01,2023-12-31,3", "2021-01-01,2023-12-31,1"),
        values(
            "select window_start, window_end, plain_number(value) from indicator_for('lead_count',"
                + " '2021-01-01', '2023-12-31') where division_code in ('310118', '310118002')"
                + " order by division_code"));
    assertEquals(
        List.of(),
        values(
            "select * from indicator_for('risk_point_reduction', null, null) union all"
                + " select * from indicator_for('risk_point_reduction', '2023-12-31', '2021-01-01')"));
  }

  /** What has no value says why. */
  @Test
  void noDataIsNeverWithoutANote() throws SQLException {
    assertEquals(
        List.of(),
        values("select * from indicator where verdict = 'no_data' and coalesce(note, '') = ''"));
    assertEquals(
        List.of(
            "lead_count,310118003,应报36份报表，收到0份",
            "lead_substantiation_rate_closed,310118002,分母为零，不计算"),
        values(
            "select indicator_id, division_code, note from indicator where window_start ="
                + " '2021-01-01' and (indicator_id, division_code) in (('lead_count', '310118003'),"
                + " ('lead_substantiation_rate_closed', '310118002')) order by 1"));
  }

  /** At least one a year: three in the first year are not one in each. */
  @Test
  void aYearlyTargetIsJudgedYearByYear() throws SQLException {
    assertEquals(
        List.of("1,not_met,逐年：2021年3、2022年1、2023年0"),
        values(
            "select plain_number(target), verdict, note from indicator where indicator_id ="
                + " 'coordination_meetings' and division_code = '310118' and window_start ="
                + " '2021-01-01'"));
  }

  private static Indicators indicators() {
    Problems problems = new Problems();
    DefinitionFiles files = DefinitionFiles.load(Optional.empty());
    return Indicators.load(files, Measures.load(files, problems), problems);
  }

  /** What is counted is what is listed, whatever the indicator. */
  @Test
  void theRowsListedAddUpToTheValue() throws SQLException {
    assertEquals(
        List.of(),
        values(
            """
            with listed as (
              select indicator_id, window_start, division_code, unit_key,
                sum(amount) filter (role = 'numerator') as summed,
                max(amount) filter (role = 'numerator') as most
              from indicator_rows(date '2021-01-01', date '2023-12-31')
              group by all
            ),
            added as (
              select indicator_id, window_start, division_code,
                sum(if(unit_key is null, summed, most)) as upper
              from listed
              group by all
            )
            select indicator_id, division_code, upper, numerator
            from indicator
            join added using (indicator_id, window_start, division_code)
            where coalesce(upper, 0) <> coalesce(numerator, 0)
            """));
  }

  private static List<Map<String, String>> rows(String resource) throws IOException {
    List<String> lines = lines(resource);
    String[] header = lines.get(0).split(",");
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int at = 0; at < header.length; at++) {
        row.put(header[at], cells[at]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in =
        GoldenIndicatorsTest.class.getResourceAsStream("/indicators/" + resource)) {
      if (in == null) {
        throw new IOException("Cannot find " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** As CSV: nothing where there is no value. */
  private static List<String> values(String sql) throws SQLException {
    return PublishedFixture.rows(file, sql).stream()
        .map(line -> line.replace("null", "").replace('|', ','))
        .toList();
  }
}
