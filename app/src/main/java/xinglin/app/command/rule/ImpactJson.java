package xinglin.app.command.rule;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xinglin.app.assembly.Clocks;
import xinglin.app.terminal.Texts;
import xinglin.schemas.reading.Verdict;
import xinglin.warehouse.impact.ChangedFinding;
import xinglin.warehouse.impact.ChangedSubmission;
import xinglin.warehouse.impact.ImpactCounts;

/**
 * What {@code rule impact --json} prints: submissions as they come, those that flip first, then the
 * sums.
 */
final class ImpactJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final Texts texts;
  private final PrintWriter out;
  private final JsonGenerator json;
  private final int limit;
  private long changed;

  /**
   * @param limit submissions that are listed at most
   */
  ImpactJson(Texts texts, PrintWriter out, int limit) throws IOException {
    this.texts = texts;
    this.out = out;
    this.json = MAPPER.createGenerator(out).useDefaultPrettyPrinter();
    this.limit = limit;
    json.writeStartObject();
    json.writeArrayFieldStart("changed");
  }

  void add(ChangedSubmission one) {
    if (changed++ >= limit) {
      return;
    }
    try {
      MAPPER.writeValue(json, row(one));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write JSON", e);
    }
  }

  /** What it comes to, over all, listed or not. */
  void sums(ImpactCounts counts) throws IOException {
    json.writeEndArray();
    json.writeNumberField("left_off", Math.max(0, changed - limit));
    json.writeNumberField("submissions", counts.submissions());
    json.writeNumberField("read", counts.read());
    json.writeObjectField("flips", counts.flips());
    json.writeNumberField("superseded", counts.superseded());
    json.writeObjectField("comes", counts.comes());
    json.writeObjectField("goes", counts.goes());
    json.writeObjectField("reworded", counts.reworded());
    json.writeEndObject();
    json.flush();
    out.println();
  }

  private Map<String, Object> row(ChangedSubmission one) {
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
    row.put("comes", findings(one, ChangedFinding.Change.COMES));
    row.put("goes", findings(one, ChangedFinding.Change.GOES));
    row.put("reworded", findings(one, ChangedFinding.Change.REWORDED));
    return row;
  }

  private List<Map<String, Object>> findings(ChangedSubmission one, ChangedFinding.Change change) {
    return one.findings().stream()
        .filter(finding -> finding.change() == change)
        .map(this::finding)
        .toList();
  }

  private Map<String, Object> finding(ChangedFinding finding) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", finding.code());
    row.put("severity", finding.severity());
    row.put("sheet", finding.sheet());
    row.put("cell", finding.cell());
    row.put("message", texts.english() ? finding.messageEn() : finding.message());
    return row;
  }
}
