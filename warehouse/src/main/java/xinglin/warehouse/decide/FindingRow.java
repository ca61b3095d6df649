package xinglin.warehouse.decide;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.finding.Finding;

/** A finding as a row. */
final class FindingRow {
  private FindingRow() {}

  /**
   * @param judgedIn the run that found it by looking at history; empty if the file itself tells
   */
  static Map<String, Object> of(
      String submissionId, int ordinal, Finding finding, Optional<String> judgedIn) {
    Map<String, Object> row = new HashMap<>();
    row.put("submission_id", submissionId);
    row.put("ordinal", ordinal);
    row.put("code", finding.code());
    row.put("severity", finding.severity().code());
    row.put("sheet", finding.sheet());
    row.put("cell", finding.cell());
    row.put("measure_id", finding.measureId());
    row.put("message", finding.message());
    row.put("message_en", finding.messageEn());
    row.put("verbatim", finding.verbatim());
    row.put("expected", finding.expected());
    row.put("judged_in", judgedIn);
    return row;
  }
}
