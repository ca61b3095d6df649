package xinglin.jobs.answer;

import java.util.Comparator;
import java.util.List;
import xinglin.schemas.reading.Verdict;
import xinglin.warehouse.decide.JudgedDelivery;
import xinglin.warehouse.decide.JudgedSubmission;

/** The verdict of a file with several forms. */
final class Verdicts {
  private static final List<Verdict> FROM_BEST =
      List.of(
          Verdict.DUPLICATE,
          Verdict.ACCEPTED,
          Verdict.ACCEPTED_WITH_WARNINGS,
          Verdict.REJECTED,
          Verdict.UNRECOGNISED,
          Verdict.UNSAFE);

  private Verdicts() {}

  /** The worst of its forms; a delivery without any is unrecognised. */
  static Verdict worst(JudgedDelivery judged) {
    return judged.submissions().stream()
        .map(JudgedSubmission::verdict)
        .max(Comparator.comparingInt(FROM_BEST::indexOf))
        .orElse(Verdict.UNRECOGNISED);
  }
}
