package xinglin.warehouse.judge;

import xinglin.schemas.finding.Issue;

/**
 * A count that may only grow and is less than in an earlier submission.
 *
 * @param formerId the earlier submission
 */
record CumulativeDrop(String formerId, Issue issue) {
  /** The check whose statement finds them. */
  static final String CODE = "CUMULATIVE_DROP";
}
