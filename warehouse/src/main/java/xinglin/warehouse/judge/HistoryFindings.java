package xinglin.warehouse.judge;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;

/** Passes on what history tells about submissions, and counts it. */
public final class HistoryFindings {
  private final Sink sink;
  private final JudgingRules rules;
  private final Map<String, Tally> tallies = new LinkedHashMap<>();

  HistoryFindings(Sink sink, JudgingRules rules) {
    this.sink = sink;
    this.rules = rules;
  }

  /** Where findings go. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes a finding.
     *
     * @param ordinal among the findings from history of the submission, from 0
     */
    void add(String submissionId, int ordinal, Finding finding) throws SQLException;
  }

  /** Findings of one submission so far. */
  record Tally(int errors, int warnings, int all) {
    Tally and(Finding finding) {
      return switch (finding.severity()) {
        case ERROR -> new Tally(errors + 1, warnings, all + 1);
        case WARNING -> new Tally(errors, warnings + 1, all + 1);
        case INFO -> new Tally(errors, warnings, all + 1);
      };
    }
  }

  void add(String submissionId, Issue issue) throws SQLException {
    if (!rules.asks(issue)) {
      return;
    }
    Finding finding = rules.findings().apply(issue);
    Tally before = tallies.getOrDefault(submissionId, new Tally(0, 0, 0));
    sink.add(submissionId, before.all(), finding);
    tallies.put(submissionId, before.and(finding));
  }

  /** By submission id. */
  Map<String, Tally> tallies() {
    return tallies;
  }
}
