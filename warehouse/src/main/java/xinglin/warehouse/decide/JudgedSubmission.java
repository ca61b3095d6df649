package xinglin.warehouse.decide;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.value.Period;

/**
 * What became of a submission.
 *
 * @param formId empty if no form was recognised
 * @param sameAs for a duplicate, the submission it repeats
 * @param repeated for a duplicate, the verdict of the submission it repeats: its answer is given
 *     again
 * @param findings of the file and of its history, in order; their arguments are not kept
 */
public record JudgedSubmission(
    String submissionId,
    Optional<String> formId,
    Optional<String> edition,
    Optional<String> reporterCode,
    Optional<String> reporterName,
    Optional<Period> period,
    Verdict verdict,
    Optional<String> sameAs,
    Optional<Verdict> repeated,
    List<Finding> findings) {
  public JudgedSubmission {
    findings = List.copyOf(findings);
  }
}
