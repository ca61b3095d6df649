package xinglin.warehouse.impact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.value.Period;

/**
 * A submission that would be judged otherwise.
 *
 * @param stands whether it is what its reporter sent last, or counts; else something later replaced
 *     it
 * @param before empty if the change makes a submission of what was none
 * @param countsBefore whether its figures count now
 */
public record ChangedSubmission(
    String submissionId,
    Optional<String> formId,
    Optional<String> edition,
    Optional<String> reporterCode,
    Optional<String> reporterName,
    Optional<Period> period,
    Instant receivedAt,
    boolean stands,
    Optional<Verdict> before,
    Optional<Verdict> after,
    boolean countsBefore,
    boolean countsAfter,
    List<ChangedFinding> findings) {

  public ChangedSubmission {
    findings = List.copyOf(findings);
  }

  /** Whether it gets another verdict. */
  public boolean flips() {
    return !before.equals(after);
  }
}
