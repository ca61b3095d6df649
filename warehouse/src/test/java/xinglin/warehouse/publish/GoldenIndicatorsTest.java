package xinglin.warehouse.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xinglin.schemas.engine.Definitions;

/**
 * Indicators against figures worked by hand: each folder of {@code indicators} holds what was
 * reported, what has to come out, and why. The folders are of different provinces, so one
 * publication holds them all.
 */
class GoldenIndicatorsTest {
  private static final List<String> FOLDERS =
      List.of("05-yearly-work", "06-leads-answered", "07-spot-check", "08-months-without-patrol");
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
            List.of(expected, new Dimension("campaign", campaigns)),
            3);
    file =
        PublishedFixture.publisher(Optional.empty())
            .publish(home.resolve("published"), request)
            .file();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "05-yearly-work",
        "06-leads-answered",
        "07-spot-check",
        "08-months-without-patrol"
      })
  void theFigureIsThatOfTheHand(String folder) throws Exception {
    List<String> expected = lines(folder + "/expected.csv").stream().skip(1).toList();
    Map<String, List<String>> windows = new LinkedHashMap<>();
    for (String line : expected) {
      String[] cells = line.split(",", -1);
      windows
          .computeIfAbsent(
              "'%s', date '%s', date '%s'".formatted(cells[0], cells[1], cells[2]),
              key -> new ArrayList<>())
          .add(cells[3]);
    }
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, List<String>> asked : windows.entrySet()) {
      found.addAll(
          values(
              "select indicator_id, window_start, window_end, division_code, plain_number(numerator),"
                  + " plain_number(denominator), plain_number(value), plain_number(coverage), verdict"
                  + " from indicator_for("
                  + asked.getKey()
                  + ") where division_code in ('"
                  + String.join("', '", asked.getValue())
                  + "') order by division_code"));
    }
    assertEquals(expected, found);
  }

  @Test
  void afterTheCampaignNothingIsDue() throws SQLException {
    assertEquals(
        List.of(),
        values(
            "select * from indicator where indicator_id = 'monthly_patrol_gap' and window_start >="
                + " date '2021-07-01'"));
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
