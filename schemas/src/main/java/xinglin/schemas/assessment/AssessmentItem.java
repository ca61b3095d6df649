package xinglin.schemas.assessment;

import java.util.List;
import java.util.Optional;

/**
 * One deduction.
 *
 * @param id unique in its assessment
 * @param section heading it stands under
 * @param number in the document, which several deductions may share
 * @param text words of the document
 * @param points deducted
 * @param counted once however often it happened, or for each
 * @param cap most points deducted
 * @param measure by which those assessed report it
 * @param decidedBy statements of {@code sql/assessments} that find out whether it happened
 * @param open what has to be looked at where no data decides
 * @param line one-based line in the definition
 */
public record AssessmentItem(
    String id,
    String section,
    String number,
    String text,
    int points,
    Counted counted,
    Optional<Integer> cap,
    String measure,
    List<String> decidedBy,
    String open,
    int line) {

  public AssessmentItem {
    decidedBy = List.copyOf(decidedBy);
  }

  /** How often points are deducted. */
  public enum Counted {
    /** Once, however often it happened. */
    ONCE,
    /** For each case, site or person. */
    EACH
  }
}
