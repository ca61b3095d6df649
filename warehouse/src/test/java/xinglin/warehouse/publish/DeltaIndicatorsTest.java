package xinglin.warehouse.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.warehouse.query.AsOf;
import xinglin.warehouse.query.CsvFormat;
import xinglin.warehouse.query.PublishedQuery;

/**
 * Indicators of the Delta against figures worked by hand: each folder of {@code indicators} holds
 * what was reported, what has to come out, and why.
 */
class DeltaIndicatorsTest {
  private static final String FOLDER = "/indicators/";
  private static final String DAY = "2024-01-06";
  @TempDir static Path home;

  @ParameterizedTest
  @CsvSource({
    "01-referred-or-not, criminal_referral_rate",
    "02-in-time, referral_timeliness",
    "03-in-several-provinces, cross_region_repeat_offenders"
  })
  void theFigureIsThatOfTheHand(String name, String indicator) throws Exception {
    Path file = publish(name);
    assertEquals(
        lines(name + "/expected/" + indicator + ".csv").stream().skip(1).toList(),
        values(
            file,
            "select window_start, division_code, numerator, denominator, value, verdict from indicator"
                + " where indicator_id = '"
                + indicator
                + "' and numerator is not null order by window_start, division_code"));
  }

  @Test
  void aTriggerIsWhatWasKnownAtTheTime() throws Exception {
    String name = "04-known-later";
    Path file = publish(name);
    List<String> expected = lines(name + "/expected/referral_trigger.csv");
    String columns = expected.get(0);
    assertEquals(
        expected.subList(1, expected.size()),
        values(file, "select " + columns + " from history.referral_trigger order by known_from"));
    assertEquals(
        expected.subList(expected.size() - 1, expected.size()),
        values(
            file,
            "select "
                + columns
                + " from history.referral_trigger semi join referral_trigger using (trigger_id)"
                + " where known_to is null"));
    List<String> seen = new ArrayList<>(List.of("date,triggers,numerator,denominator"));
    for (String line : lines(name + "/expected/as-of.csv").stream().skip(1).toList()) {
      String date = line.substring(0, 10);
      StringBuilder out = new StringBuilder();
      try (PublishedQuery query =
          PublishedQuery.open(file, Optional.of(new AsOf(LocalDate.parse(date))))) {
        query.print(
            "select (select count(*) from referral_trigger) as triggers, max(numerator) as numerator,"
                + " max(denominator) as denominator from indicator where division_code = '310118'"
                + " and indicator_id = 'criminal_referral_rate' and window_start = date '2021-01-01'",
            new CsvFormat(),
            out);
      }
      seen.add(date + "," + out.toString().lines().skip(1).findFirst().orElseThrow());
    }
    assertEquals(lines(name + "/expected/as-of.csv"), seen);
  }

  /** What is shared changes nothing alone; all that share it together do. */
  @Test
  void penaltiesOfOnePersonAreSharedEvidence() throws Exception {
    String name = "09-one-person-twice";
    String counted =
        "select division_code, numerator from indicator where length(division_code) = 6"
            + " and indicator_id = 'cross_region_repeat_offenders' and division_code not like '%00'"
            + " and window_start = date '2021-01-01' order by division_code";
    Path file = publish(name);
    assertEquals(List.of("310118,1.0000", "330105,1.0000"), values(file, counted));
    assertEquals(
        List.of("310118,shared,1", "310118,shared,1", "330105,sole,"),
        values(
            file,
            "select division_code, evidence, len(counted_with) from"
                + " indicator_source('cross_region_repeat_offenders', date '2021-01-01', date '2023-12-31')"
                + " where role = 'numerator' and division_code = row_division order by all"));
    assertEquals(
        List.of("310118,1.0000", "330105,1.0000"), values(publish(name, Set.of("P1")), counted));
    assertEquals(List.of(), values(publish(name, Set.of("P1", "P2")), counted));
    assertEquals(List.of(), values(publish(name, Set.of("P3")), counted));
  }

  private static Path publish(String name) throws IOException, SQLException {
    return publish(name, Set.of());
  }

  /**
   * @param licensed decisions that are about no unlicensed practice
   */
  private static Path publish(String name, Set<String> licensed) throws IOException, SQLException {
    LakeFixture lake = new LakeFixture(PublishedFixture.tables());
    for (Map<String, String> one : rows(name + "/input/submission.csv")) {
      String id = cell(one, "submission");
      lake.submission(
          id,
          "penalty-records",
          cell(one, "partner"),
          "2018-01-01..2023-12-31",
          "accepted",
          cell(one, "received_at"),
          "accumulation",
          "each",
          "sha256",
          id,
          "partner_id",
          cell(one, "partner"));
    }
    int ordinal = 0;
    for (Map<String, String> one : rows(name + "/input/penalty.csv")) {
      Map<String, String> row = new HashMap<>(one);
      if (licensed.contains(cell(one, "document"))) {
        row.put("unlicensed", "false");
      }
      lake.row("penalty_source", penalty(row, ordinal));
      ordinal++;
    }
    List<Dimension> more = new ArrayList<>();
    more.add(new Dimension("rule_value", rows("rule_value.csv")));
    if (DeltaIndicatorsTest.class.getResource(FOLDER + name + "/input/party_group.csv") != null) {
      more.add(new Dimension("party_group", rows(name + "/input/party_group.csv")));
    }
    String run = name + String.join("", new TreeSet<>(licensed));
    PublishRequest request =
        new PublishRequest(
            run,
            LocalDate.parse(DAY),
            lake.write(home.resolve("lake-" + run), false),
            "snapshots of " + name,
            "definitions",
            more,
            3);
    return PublishedFixture.publisher(Optional.empty()).publish(home.resolve(run), request).file();
  }

  /** What the statements of exchange make of a row that says this much. */
  private static String[] penalty(Map<String, String> one, int ordinal) {
    Map<String, String> row = new HashMap<>();
    String document = cell(one, "document");
    String authority = "机关" + cell(one, "division");
    row.put("submission_id", cell(one, "submission"));
    row.put("ordinal", String.valueOf(ordinal));
    row.put("row_verdict", "accepted");
    row.put("document_number", document);
    row.put("document_key", document);
    row.put("authority_name", authority);
    row.put("authority_key", authority);
    row.put("decision_date", cell(one, "decided"));
    row.put("division_code", cell(one, "division"));
    row.put("party_kind", "natural_person");
    row.put("party_key", cell(one, "party"));
    row.put("name_key", "name of " + document.substring(0, 1));
    row.put("change", cell(one, "change").isEmpty() ? "stands" : cell(one, "change"));
    row.put("is_unlicensed_practice", cell(one, "unlicensed").isEmpty() ? "true" : "false");
    row.put("referral_decided_on", cell(one, "referral_decided"));
    row.put("referred_on", cell(one, "referred"));
    row.put("content_digest", cell(one, "submission") + document);
    row.values().removeIf(String::isEmpty);
    List<String> cells = new ArrayList<>();
    row.forEach((column, value) -> cells.addAll(List.of(column, value)));
    return cells.toArray(String[]::new);
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static List<Map<String, String>> rows(String resource) throws IOException {
    List<String> lines = lines(resource);
    String[] header = lines.get(0).split(",");
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new HashMap<>();
      for (int at = 0; at < header.length; at++) {
        row.put(header[at], cells[at]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = DeltaIndicatorsTest.class.getResourceAsStream(FOLDER + resource)) {
      if (in == null) {
        throw new IOException("Cannot find " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** As CSV: nothing where there is no value. */
  private static List<String> values(Path file, String sql) throws SQLException {
    return PublishedFixture.rows(file, sql).stream()
        .map(line -> line.replace("null", "").replace('|', ','))
        .toList();
  }
}
