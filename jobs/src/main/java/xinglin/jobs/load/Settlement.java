package xinglin.jobs.load;

import java.util.LinkedHashMap;
import java.util.Map;
import xinglin.schemas.reading.Verdict;
import xinglin.warehouse.decide.Decider;
import xinglin.warehouse.decide.JudgedDelivery;
import xinglin.warehouse.decide.JudgedSubmission;
import xinglin.warehouse.ledger.Ledger;

/** The end of a load: outcomes go to the ledger, in pages, and everything is counted. */
final class Settlement {
  private static final int PAGE = 1000;
  private final Ledger ledger;
  private final Decider decider;

  Settlement(Ledger ledger, Decider decider) {
    this.ledger = ledger;
    this.decider = decider;
  }

  /** Returns deliveries, submissions, findings and the number of submissions by verdict. */
  Map<String, Long> settle(String runId) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("submissions", 0L);
    counts.put("findings", 0L);
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict.code(), 0L);
    }
    Map<String, String> outcomes = new LinkedHashMap<>();
    decider.judged(
        runId,
        delivery -> {
          count(delivery, counts);
          outcomes.put(delivery.deliveryId(), delivery.outcome());
          if (outcomes.size() == PAGE) {
            ledger.settle(Map.copyOf(outcomes));
            outcomes.clear();
          }
        });
    ledger.settle(outcomes);
    ledger.settle(decider.judgedAgain(runId));
    counts.put("deliveries", ledger.countOfRun(runId));
    return counts;
  }

  private static void count(JudgedDelivery delivery, Map<String, Long> counts) {
    for (JudgedSubmission submission : delivery.submissions()) {
      counts.merge("submissions", 1L, Long::sum);
      counts.merge("findings", (long) submission.findings().size(), Long::sum);
      counts.merge(submission.verdict().code(), 1L, Long::sum);
    }
  }
}
