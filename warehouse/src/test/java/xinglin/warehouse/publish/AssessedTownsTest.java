package xinglin.warehouse.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.engine.Definitions;

/** What towns of 仙居县 are deducted on a day on which registers may still come in time. */
class AssessedTownsTest {
  private static final String RETURNED_EARLY = "331024106";
  private static final String ASKED_BEFORE = "331024102";
  private static final String ASKED_AFTER = "331024104";
  private static final String CLOSED = "331024105";
  @TempDir static Path home;
  private static Path file;

  @BeforeAll
  static void publish() throws Exception {
    LakeFixture lake = new LakeFixture(PublishedFixture.tables());
    patrols(lake, "xiage", RETURNED_EARLY, "rejected");
    patrols(lake, "butou", ASKED_BEFORE, "accepted");
    visit(lake, "butou", ASKED_BEFORE, 0, "2020-08-20", "true", "埠头镇|1号");
    visit(lake, "butou", ASKED_BEFORE, 1, "2020-09-25", "true", "埠头镇|1号");
    letter(lake, "butou-letter", ASKED_BEFORE, "2020-09-03");
    patrols(lake, "tianshi", ASKED_AFTER, "accepted");
    visit(lake, "tianshi", ASKED_AFTER, 0, "2020-08-20", "true", "田市镇|1号");
    letter(lake, "tianshi-letter", ASKED_AFTER, "2020-09-03");
    patrols(lake, "guanlu", CLOSED, "accepted");
    visit(lake, "guanlu", CLOSED, 0, "2020-08-20", "false", "官路镇|1号");
    closed(lake);
    Definitions definitions = Definitions.load(Optional.empty());
    PublishRequest request =
        new PublishRequest(
            "r1",
            LocalDate.parse("2020-10-14"),
            lake.write(home.resolve("lake"), false),
            "i",
            "d",
            List.of(
                ExpectedReports.of(
                    definitions.campaigns(), definitions.divisions(), definitions.calendar()),
                AssessmentRows.of(definitions.assessments(), definitions.campaigns()),
                new Dimension(
                    "division",
                    List.of(RETURNED_EARLY, ASKED_BEFORE, ASKED_AFTER, CLOSED).stream()
                        .map(AssessedTownsTest::town)
                        .toList()),
                new Dimension(
                    "campaign",
                    List.of(
                        java.util.Map.of(
                            "campaign_id",
                            "xianju-2020",
                            "valid_from",
                            "2020-06-01",
                            "valid_to",
                            "2021-06-30")))),
            3);
    file =
        PublishedFixture.publisher(Optional.empty())
            .publish(home.resolve("published"), request)
            .file();
  }

  private static java.util.Map<String, String> town(String code) {
    return java.util.Map.of(
        "division_code",
        code,
        "name",
        code,
        "level",
        "town",
        "parent_code",
        "331024",
        "is_pseudo",
        "false");
  }

  private static void patrols(LakeFixture lake, String id, String town, String verdict) {
    lake.submission(
        id,
        "xianju-patrol-register",
        town,
        "2020-06-01..2020-09-30",
        verdict,
        "2020-10-12 18:00:00+08",
        "campaign_id",
        "xianju-2020",
        "accumulation",
        "cumulative");
  }

  private static void visit(
      LakeFixture lake, String id, String town, int line, String day, String joint, String site) {
    lake.row(
        "patrol",
        "submission_id",
        id,
        "ordinal",
        String.valueOf(line),
        "sheet",
        "登记表",
        "cell",
        "A" + (line + 4),
        "division_code",
        town,
        "visited_on",
        day,
        "needs_joint_action",
        joint,
        "site_key",
        site);
  }

  private static void letter(LakeFixture lake, String id, String town, String day) {
    lake.submission(
        id,
        "xianju-joint-request",
        town,
        "2020-07-06..2020-07-17",
        "accepted",
        "2020-09-04 18:00:00+08",
        "campaign_id",
        "xianju-2020");
    lake.row(
        "joint_request",
        "submission_id",
        id,
        "ordinal",
        "0",
        "sheet",
        "正文",
        "cell",
        "P4",
        "division_code",
        town,
        "surveyed_to",
        "2020-07-17",
        "requested_on",
        day,
        "remaining_sites",
        "2");
  }

  /** A site that the town itself says was closed in June: July has no visit, August has one. */
  private static void closed(LakeFixture lake) {
    lake.submission(
        "sites",
        "risk-point-register",
        CLOSED,
        "2020-03-01..2020-03-01",
        "accepted",
        "2020-09-04 18:00:00+08",
        "campaign_id",
        "xianju-2020",
        "accumulation",
        "snapshot");
    lake.row(
        "risk_point",
        "submission_id",
        "sites",
        "ordinal",
        "0",
        "sheet",
        "风险点台账",
        "cell",
        "A2",
        "risk_point_key",
        "1",
        "division_code",
        CLOSED,
        "found_on",
        "2020-03-01",
        "closed_on",
        "2020-06-20",
        "site_key",
        "官路镇|1号");
  }

  private static List<String> item(String town, String item) throws SQLException {
    return PublishedFixture.rows(
        file,
        "select state, cast(deduction as integer) from town_assessment where division_code = '"
            + town
            + "' and item_id = '"
            + item
            + "'");
  }

  private static List<String> evidence(String town, String item) throws SQLException {
    return PublishedFixture.rows(
        file,
        "select role, cell, note from town_assessment_evidence where division_code = '"
            + town
            + "' and item_id = '"
            + item
            + "' order by all");
  }

  /** Sent back on the 12th, due on the 14th: it can still be sent again in time. */
  @Test
  void aRegisterThatWasSentBackBeforeItsDayDeductsNothingYet() throws SQLException {
    assertEquals(List.of("open|null"), item(RETURNED_EARLY, "2.2.2"));
    assertEquals(
        List.of(
            "silent|null|2020年6—9月登记表，应于2020-10-14前报送，已退回，可在期限前重报",
            "silent|null|2020年9—11月登记表，应于2020-12-07前报送，未到期"),
        evidence(RETURNED_EARLY, "2.2.2"));
  }

  @Test
  void aLetterAnswersForTheVisitsBeforeIt() throws SQLException {
    assertEquals(List.of("decided|0"), item(ASKED_AFTER, "2.3.2"));
    assertEquals(List.of("clears|P4|2020-09-03 申请联合执法"), evidence(ASKED_AFTER, "2.3.2"));
  }

  @Test
  void ofVisitsAfterTheLastLetterNobodyKnows() throws SQLException {
    assertEquals(List.of("open|null"), item(ASKED_BEFORE, "2.3.2"));
    assertEquals(
        List.of(
            "silent|A5|2020-09-25 巡查登记需联合查处，此前 2020-09-03 的申请函之后没有再申请，需核实",
            "silent|P4|2020-09-03 申请联合执法"),
        evidence(ASKED_BEFORE, "2.3.2"));
    assertEquals(List.of("open|null"), item(ASKED_BEFORE, "2.3.3"));
  }

  /** Closed on 06-20; July and September had no visit, August had one. */
  @Test
  void whatTheTownSaysWasClosedIsToBeLookedAtEveryMonth() throws SQLException {
    assertEquals(List.of("decided|1"), item(CLOSED, "2.4"));
    assertEquals(
        List.of(
            "clears|A2|已取缔或歇业，当月有巡查",
            "clears|A4|已取缔或歇业，当月有巡查",
            "deducts|A2|已取缔或歇业，有一个月没有巡查",
            "deducts|A2|已取缔或歇业，有一个月没有巡查"),
        evidence(CLOSED, "2.4"));
  }
}
