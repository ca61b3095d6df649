package xinglin.warehouse.judge;

import java.math.BigDecimal;
import xinglin.schemas.finding.Issue;

/**
 * A count that may only grow from one submission to the next.
 *
 * @param measureId the figure; empty for the number of lines of a register
 */
record CumulativeCount(String measureId, BigDecimal value, String sheet, String cell) {

  /** Without trailing zeros. */
  String text() {
    return value.stripTrailingZeros().toPlainString();
  }

  /** The finding, but for what it is compared with. */
  Issue issue() {
    return Issue.of("CUMULATIVE_DROP")
        .at(sheet, cell)
        .about(measureId)
        .sent(text())
        .with("label", measureId.isEmpty() ? "登记行数" : measureId)
        .with("label_en", measureId.isEmpty() ? "number of lines" : measureId);
  }
}
