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

/** Which phase a register or document of a town is for: today. Worked out by hand. */
class PhaseReportsTest {
  private static final String PATROLS = "xianju-patrol-register";
  private static final String WHOLE = "2020-06-01..2021-06-30";
  @TempDir static Path home;
  private static Path file;

  @BeforeAll
  static void publish() throws Exception {
    LakeFixture lake = new LakeFixture(PublishedFixture.tables());
    xianju(lake);
    Definitions definitions = Definitions.load(Optional.empty());
    PublishRequest request =
        new PublishRequest(
            "r1",
            LocalDate.parse("2024-08-20"),
            lake.write(home.resolve("lake"), false),
            "i",
            "d",
            List.of(
                ExpectedReports.of(
                    definitions.campaigns(), definitions.divisions(), definitions.calendar())),
            3);
    file =
        PublishedFixture.publisher(Optional.empty())
            .publish(home.resolve("published"), request)
            .file();
  }

  /** By phase, five working days after each; the second register goes on from the first. */
  private static void xianju(LakeFixture lake) {
    patrols(lake, "phase1", "2020-06-01..2020-09-30", "2020-10-14 22:00:00+08");
    patrols(lake, "phase2", "2020-06-01..2020-11-30", "2020-12-08 08:00:00+08");
    lake.submission(
        "words",
        "document",
        "331024003",
        "2020-06-01..2021-06-30",
        "accepted",
        "2020-10-13 08:00:00+08",
        "campaign_id",
        "xianju-2020");
    lake.row("document", "submission_id", "words", "ordinal", "0", "kind", "summary");
    // A town with nothing to report says so after each phase; one whose days cannot be read.
    patrols(lake, "331024001", "nil1", WHOLE, "accepted", "2020-10-13 08:00:00+08");
    patrols(lake, "331024001", "nil2", WHOLE, "accepted", "2020-12-05 08:00:00+08");
    patrols(lake, "331024106", "undated", WHOLE, "rejected", "2020-10-08 08:00:00+08");
    patrols(lake, "331024106", "last", WHOLE, "accepted", "2021-06-28 08:00:00+08");
    visited(lake, "last");
  }

  private static void visited(LakeFixture lake, String id) {
    lake.row("patrol", "submission_id", id, "ordinal", "0", "visited_on", "2021-06-20");
  }

  private static void patrols(LakeFixture lake, String id, String period, String receivedAt) {
    patrols(lake, "331024003", id, period, "accepted", receivedAt);
    visited(lake, id);
  }

  private static void patrols(
      LakeFixture lake, String town, String id, String period, String verdict, String receivedAt) {
    lake.submission(
        id,
        PATROLS,
        town,
        period,
        verdict,
        receivedAt,
        "campaign_id",
        "xianju-2020",
        "accumulation",
        "cumulative");
  }

  @Test
  void fiveWorkingDaysAfterNationalDayAre14October() throws SQLException {
    assertEquals(
        List.of(
            "document|summary|2020-10-14|on_time|words",
            "document|summary|2020-12-07|missing|null",
            "document|summary|2021-07-07|missing|null",
            "document|typical_case|2020-10-14|missing|null",
            "document|typical_case|2020-12-07|missing|null",
            "document|typical_case|2021-07-07|missing|null",
            "xianju-assessment-evidence||2020-07-15|missing|null",
            "xianju-assessment-evidence||2020-11-30|missing|null",
            "xianju-patrol-register||2020-10-14|on_time|phase1",
            "xianju-patrol-register||2020-12-07|late|phase2",
            "xianju-patrol-register||2021-07-07|missing|null"),
        PublishedFixture.rows(
            file,
            "select form_id, document_kind, due_on, state, submission_id from completeness where"
                + " division_code = '331024003' order by form_id, document_kind, due_on"));
  }

  /** Its days are those of the whole campaign, since it has no line that says another. */
  @Test
  void aCumulativeRegisterWithoutADayIsForThePhaseThatHadEnded() throws SQLException {
    String sql =
        "select due_on, state, submission_id from completeness where form_id = '"
            + PATROLS
            + "' and division_code = '%s' order by due_on";
    assertEquals(
        List.of("2020-10-14|on_time|nil1", "2020-12-07|on_time|nil2", "2021-07-07|missing|null"),
        PublishedFixture.rows(file, sql.formatted("331024001")));
    assertEquals(
        List.of(
            "2020-10-14|returned|undated", "2020-12-07|missing|null", "2021-07-07|on_time|last"),
        PublishedFixture.rows(file, sql.formatted("331024106")));
  }
}
