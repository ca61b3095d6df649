package xinglin.app.command.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xinglin.app.assembly.Clocks;
import xinglin.app.terminal.Texts;
import xinglin.schemas.reading.Verdict;
import xinglin.warehouse.impact.ChangedFinding;
import xinglin.warehouse.impact.ChangedSubmission;
import xinglin.warehouse.impact.ImpactCounts;

/** What {@code rule impact --json} prints. */
final class ImpactJson {
  private ImpactJson() {}

  static Map<String, Object> of(ImpactCounts counts, List<Object> changed) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("submissions", counts.submissions());
    row.put("read", counts.read());
    row.put("flips", counts.flips());
    row.put("superseded", counts.superseded());
    row.put("comes", counts.comes());
    row.put("goes", counts.goes());
    row.put("reworded", counts.reworded());
    row.put("changed", changed);
    return row;
  }

  static Map<String, Object> of(ChangedSubmission one, Texts texts) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("submission_id", one.submissionId());
    row.put("form", one.formId().orElse(null));
    row.put("edition", one.edition().orElse(null));
    row.put("reporter_code", one.reporterCode().orElse(null));
    row.put("reporter_name", one.reporterName().orElse(null));
    row.put("period_start", one.period().map(period -> period.start().toString()).orElse(null));
    row.put("period_end", one.period().map(period -> period.end().toString()).orElse(null));
    row.put("received_at", one.receivedAt().atZone(Clocks.ZONE).toOffsetDateTime().toString());
    row.put("stands", one.stands());
    row.put("verdict_before", one.before().map(Verdict::code).orElse(null));
    row.put("verdict_after", one.after().map(Verdict::code).orElse(null));
    row.put("counts_before", one.countsBefore());
    row.put("counts_after", one.countsAfter());
    row.put("comes", findings(one, ChangedFinding.Change.COMES, texts));
    row.put("goes", findings(one, ChangedFinding.Change.GOES, texts));
    row.put("reworded", findings(one, ChangedFinding.Change.REWORDED, texts));
    return row;
  }

  private static List<Map<String, Object>> findings(
      ChangedSubmission one, ChangedFinding.Change change, Texts texts) {
    return one.findings().stream()
        .filter(finding -> finding.change() == change)
        .map(finding -> finding(finding, texts))
        .toList();
  }

  private static Map<String, Object> finding(ChangedFinding finding, Texts texts) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", finding.code());
    row.put("severity", finding.severity());
    row.put("sheet", finding.sheet());
    row.put("cell", finding.cell());
    row.put("message", texts.english() ? finding.messageEn() : finding.message());
    return row;
  }
}
