package xinglin.warehouse.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two publications, and everything between them that makes figures differ, each with its cause. */
class CausesTest {
  private static final String FORM = "jiangsu-campaign-summary";
  private static final String PERIOD = "2024-04-01..2024-07-31";
  private static final LocalDate DAY = LocalDate.parse("2024-09-01");
  @TempDir static Path home;
  private static final List<Map<String, String>> CHANGES = new ArrayList<>();

  @BeforeAll
  static void publish() throws Exception {
    List<Map<String, String>> expected =
        new ArrayList<>(List.of(expected(FORM, "320302"), expected(FORM, "320505")));
    List<Map<String, String>> divisions =
        new ArrayList<>(List.of(division("320302"), division("320505")));
    Path first = publish(1, lake(false), expected, divisions, List.of(), Optional.empty());
    List<Map<String, String>> joined =
        List.of(
            Map.of("party_id", "x1", "group_key", "x1"),
            Map.of("party_id", "x2", "group_key", "x1"));
    expected.add(expected("jiangsu-lookback", "320302"));
    expected.add(expected(FORM, "320399"));
    divisions.add(division("320399"));
    publish(2, lake(true), expected, divisions, joined, Optional.of(first));
    Path gone = home.resolve("gone.duckdb");
    publish(3, lake(false), expected, divisions, joined, Optional.of(gone));
  }

  private static Path publish(
      int number,
      LakeFixture lake,
      List<Map<String, String>> expected,
      List<Map<String, String>> divisions,
      List<Map<String, String>> groups,
      Optional<Path> former)
      throws Exception {
    Publisher publisher = PublishedFixture.publisher(Optional.empty());
    String definitions = number < 2 ? "definitions" : "others";
    PublishRequest request =
        new PublishRequest(
            "r" + number,
            DAY,
            lake.write(home.resolve("lake" + number), false),
            "i" + number,
            definitions,
            List.of(
                new Dimension("expected_report", expected),
                new Dimension("division", divisions),
                new Dimension("party_group", groups),
                new Dimension("waiver", List.of(waiver(number > 1)))),
            3,
            Optional.of(
                new Earlier(
                    number,
                    Instant.parse("2024-09-0" + number + "T00:00:00Z"),
                    CHANGES,
                    former.map(file -> new Earlier.Last(DAY, publisher.rules("definitions"))),
                    former)));
    Publication made = publisher.publish(home.resolve("published"), request);
    for (Map<String, String> change : publisher.changes(made, number)) {
      Map<String, String> logged = new HashMap<>(change);
      logged.put("publication", String.valueOf(number));
      logged.put("published_at", "2024-09-0" + number + " 08:00:00+08");
      CHANGES.add(logged);
    }
    return made.file();
  }

  private static LakeFixture lake(boolean later) {
    LakeFixture lake = new LakeFixture(PublishedFixture.tables());
    report(lake, "a", "320302", "accepted", "10", "2026-01-01 00:00:00+08");
    report(lake, "j", "320303", "rejected", "7", "2026-01-01 00:00:00+08");
    report(lake, "w", "320505", "rejected", "3", "2026-01-01 00:00:00+08");
    lake.row(
        "finding",
        "submission_id",
        "w",
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
    sheet(lake, "pen", "2024-08-01 18:00:00+08");
    penalty(lake, "pen", 0, "U1", "u", "310118", "2021-06-01");
    penalty(lake, "pen", 1, "V1", "v", "310115", "2021-06-01");
    penalty(lake, "pen", 2, "V2", "v", "320311", "2021-07-01");
    penalty(lake, "pen", 3, "X1", "x1", "310114", "2021-06-01");
    penalty(lake, "pen", 4, "X2", "x2", "340104", "2021-07-01");
    if (later) {
      report(lake, "n", "320305", "accepted", "5", "2026-01-01 00:00:00+08");
      lake.submission(
          "j",
          FORM,
          "320303",
          PERIOD,
          "accepted",
          "2024-08-05 18:00:00+08",
          "campaign_id",
          "jiangsu-2024",
          "loaded_at",
          "2026-01-02 00:00:00+08");
      sheet(lake, "pen2", "2024-08-20 18:00:00+08");
      penalty(lake, "pen2", 0, "U2", "u", "330105", "2021-07-01");
      penalty(
          lake, "pen2", 1, "V2", "v", "320311", "2021-07-01", "is_unlicensed_practice", "false");
    }
    return lake;
  }

  private static void report(
      LakeFixture lake, String id, String county, String verdict, String value, String loadedAt) {
    lake.submission(
        id,
        FORM,
        county,
        PERIOD,
        verdict,
        "2024-08-05 18:00:00+08",
        "campaign_id",
        "jiangsu-2024",
        "loaded_at",
        loadedAt);
    lake.figure(id, 0, "inspections", county, PERIOD, value);
  }

  private static void sheet(LakeFixture lake, String id, String at) {
    lake.submission(
        id,
        "penalty-records",
        "310000",
        "2018-01-01..2023-12-31",
        "accepted",
        at,
        "accumulation",
        "each",
        "sha256",
        id,
        "partner_id",
        "310000");
  }

  private static void penalty(
      LakeFixture lake,
      String submission,
      int ordinal,
      String document,
      String party,
      String division,
      String decided,
      String... more) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                "submission_id",
                submission,
                "ordinal",
                String.valueOf(ordinal),
                "row_verdict",
                "accepted",
                "document_number",
                document,
                "document_key",
                document,
                "authority_name",
                "机关" + division,
                "authority_key",
                "机关" + division,
                "decision_date",
                decided,
                "division_code",
                division,
                "party_kind",
                "natural_person",
                "party_key",
                party,
                "name_key",
                "name of " + party,
                "change",
                "stands",
                "content_digest",
                submission + document));
    cells.addAll(more.length > 0 ? List.of(more) : List.of("is_unlicensed_practice", "true"));
    lake.row("penalty_source", cells.toArray(String[]::new));
  }

  private static Map<String, String> expected(String form, String county) {
    return Map.of(
        "campaign_id",
        "jiangsu-2024",
        "form_id",
        form,
        "document_kind",
        "",
        "division_code",
        county,
        "period_start",
        "2024-04-01",
        "period_end",
        "2024-07-31",
        "due_on",
        "2024-08-09",
        "defined_in",
        "campaigns/jiangsu-2024.yaml:1");
  }

  private static Map<String, String> waiver(boolean isWithdrawn) {
    Map<String, String> row = new HashMap<>();
    row.put("waiver_id", "w1");
    row.put("submission_id", "w");
    row.put("code", "TOTAL_MISMATCH");
    row.put("approver", "监督一科");
    row.put("decided_at", "2024-08-08T09:00:00+08:00");
    row.put("expires_on", "2024-12-31");
    if (isWithdrawn) {
      row.put("withdrawn_at", "2024-08-20T09:00:00+08:00");
    }
    return row;
  }

  private static Map<String, String> division(String code) {
    return Map.of("division_code", code, "name", code, "level", "county");
  }

  private static List<String> causes(String indicator, String division) throws SQLException {
    return PublishedFixture.rows(
        home.resolve("published/r2/xinglin.duckdb"),
        "select value_before, value, cause, submission_id, penalty_id is not null from"
            + " indicator_change where publication = 2 and division_code = '"
            + division
            + "' and indicator_id = '"
            + indicator
            + "' order by all");
  }

  @Test
  void reportsOfWhichOneWasJudgedAgain() throws SQLException {
    assertEquals(
        List.of("10.0000|22.0000|judged_again|j|false", "10.0000|22.0000|new_report|n|false"),
        causes("inspections", "320300"));
  }

  @Test
  void penaltiesNewAndAmendedAndPartiesThatAreOne() throws SQLException {
    assertEquals(
        List.of(
            "1.0000|2.0000|amended_penalty|pen2|true",
            "1.0000|2.0000|matching|null|true",
            "1.0000|2.0000|new_penalty|pen2|true"),
        causes("cross_region_repeat_offenders", "310000"));
  }

  @Test
  void definitionsAndBoundaries() throws SQLException {
    assertEquals(
        List.of("100.0000|50.0000|definition|null|false"), causes("report_completeness", "320302"));
    assertEquals(
        List.of("100.0000|33.3333|boundary|null|false", "100.0000|33.3333|definition|null|false"),
        causes("report_completeness", "320300"));
  }

  @Test
  void aReportThatIsOwedAgainSinceItsWaiverEnded() throws SQLException {
    assertEquals(
        List.of("100.0000|0.0000|waiver"),
        PublishedFixture.rows(
            home.resolve("published/r2/xinglin.duckdb"),
            "select distinct value_before, value, cause from indicator_change where publication = 2"
                + " and division_code = '320505' and indicator_id = 'report_completeness'"));
  }

  @Test
  void withoutTheFormerFileNoCauseIsNamed() throws SQLException {
    assertEquals(
        List.of("22.0000|10.0000|unknown|null"),
        PublishedFixture.rows(
            home.resolve("published/r3/xinglin.duckdb"),
            "select distinct value_before, value, cause, submission_id from indicator_change where"
                + " publication = 3 and division_code = '320300' and indicator_id = 'inspections'"));
    assertEquals(
        List.of("unknown"),
        PublishedFixture.rows(
            home.resolve("published/r3/xinglin.duckdb"),
            "select distinct cause from indicator_change where publication = 3"));
  }

  @Test
  void nothingIsUnknown() throws SQLException {
    assertEquals(
        List.of(),
        PublishedFixture.rows(
            home.resolve("published/r2/xinglin.duckdb"),
            "select * from indicator_change where cause = 'unknown'"));
  }
}
