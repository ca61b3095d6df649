package xinglin.jobs.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.value.Period;

/** What stands below a rolled-up form, and behind it. */
final class RollupNoteTest {
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());

  private static Rollup rollup(String division) {
    RollupAsked asked =
        new RollupAsked(
            DEFINITIONS.forms().editions("jiangsu-campaign-summary").get(0),
            DEFINITIONS.divisions().find(division).orElseThrow(),
            new Period(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 7, 31)));
    Behind behind =
        new Behind(
            Map.of(),
            List.of(
                reporter("320302", "鼓楼区", "accepted", ""),
                reporter("320382", "邳州市", "accepted_with_warnings", "TOTAL_MISMATCH（监督一科批准）")),
            List.of(),
            List.of());
    return Rollup.of(asked, behind, DEFINITIONS);
  }

  private static Reporter reporter(String code, String name, String verdict, String waived) {
    return new Reporter(
        code, name, true, Optional.empty(), Optional.empty(), "counted", "", 1, verdict, waived);
  }

  private static String all(Rollup rollup) {
    return String.valueOf(rollup.form());
  }

  @Test
  void whatCountsByAWaiverIsNamed() {
    String said = all(rollup("320300"));
    assertTrue(said.contains("注：本表由下级报表汇总，应报2个，缺报0个。经豁免计入：邳州市，见后页。"), said);
    assertTrue(said.contains("经豁免计入：TOTAL_MISMATCH（监督一科批准）"), said);
  }

  /** The campaign is about one city of the province. */
  @Test
  void aProvinceIsToldOfWhomNobodyAsked() {
    assertEquals(List.of(), rollup("320300").scopes());
    assertEquals(List.of("徐州市"), rollup("320000").scopes());
    assertTrue(all(rollup("320000")).contains("专项行动只涉及徐州市，其他地区没有要求报送。"));
  }
}
