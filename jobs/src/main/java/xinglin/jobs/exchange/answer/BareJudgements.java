package xinglin.jobs.exchange.answer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import xinglin.schemas.finding.Wording;
import xinglin.warehouse.penalty.BareSheets;
import xinglin.warehouse.penalty.BareSheets.Sheet;
import xinglin.warehouse.penalty.RowVerdicts;

/**
 * Judgements of a workbook or CSV that came without a manifest: rows and columns as its sender sees
 * them. What has to be corrected goes back as a marked copy, so there are no details.
 */
public final class BareJudgements {
  private static final int LISTED = 200;
  private final RowVerdicts verdicts;
  private final BareSheets sheets;
  private final Function<String, Wording> titles;

  /**
   * @param titles of checks by code, for rows whose sentences were too many to be kept
   */
  public BareJudgements(RowVerdicts verdicts, BareSheets sheets, Function<String, Wording> titles) {
    this.verdicts = verdicts;
    this.sheets = sheets;
    this.titles = titles;
  }

  Judgement of(String deliveryId) {
    Map<JudgedRow.Verdict, Integer> counts = new EnumMap<>(JudgedRow.Verdict.class);
    List<JudgedRow> listed = new ArrayList<>();
    int records = 0;
    for (Sheet sheet : sheets.of(deliveryId)) {
      records += sheet.records();
      verdicts.each(
          sheet.submissionId(),
          row -> {
            JudgedRow.Verdict verdict = PenaltyJudgements.verdict(row);
            counts.merge(verdict, 1, Integer::sum);
            if (listed.size() < LISTED) {
              listed.add(
                  new JudgedRow(
                      row.sheetRow(),
                      verdict,
                      PenaltyJudgements.reasons(row, letters -> letters, titles)));
            }
          });
    }
    int odd = counts.values().stream().mapToInt(Integer::intValue).sum();
    return new Judgement(
        records - odd,
        counts.getOrDefault(JudgedRow.Verdict.REMARKED, 0),
        counts.getOrDefault(JudgedRow.Verdict.REJECTED, 0),
        counts.getOrDefault(JudgedRow.Verdict.DUPLICATE, 0),
        listed,
        Optional.empty());
  }
}
