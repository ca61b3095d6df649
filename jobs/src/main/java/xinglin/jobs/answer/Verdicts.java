package xinglin.jobs.answer;

import java.util.Comparator;
import java.util.List;
import xinglin.schemas.reading.Verdict;
import xinglin.warehouse.decide.JudgedDelivery;
import xinglin.warehouse.decide.JudgedSubmission;

/** The verdict of a file with several forms, or of a message with several files. */
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

  /**
   * The worst of its forms; accepted with warnings where a part of them counts and a part does not.
   * A delivery without any is unrecognised.
   *
   * @param arrived a delivery and what was inside it
   */
  static Verdict of(List<JudgedDelivery> arrived) {
    List<Verdict> verdicts =
        arrived.stream()
            .flatMap(one -> one.submissions().stream())
            .map(JudgedSubmission::verdict)
            .toList();
    if (arrived.size() > 1 && verdicts.stream().anyMatch(Verdict::counts)) {
      boolean all =
          verdicts.stream().allMatch(one -> one == Verdict.ACCEPTED || one == Verdict.DUPLICATE);
      return all ? Verdict.ACCEPTED : Verdict.ACCEPTED_WITH_WARNINGS;
    }
    return verdicts.stream()
        .max(Comparator.comparingInt(FROM_BEST::indexOf))
        .orElse(Verdict.UNRECOGNISED);
  }
}
