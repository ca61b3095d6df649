package xinglin.jobs.waive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One decision that errors of a submission pass.
 *
 * @param id of the waiver, for example {@code w17}
 * @param code of the check
 * @param place of the error; empty for all errors of the code
 * @param approver who let them pass
 * @param until last day on which they pass
 * @param withdrawal when and by whom it was taken back, if it was
 */
public record Waiver(
    String id,
    String submissionId,
    String code,
    Optional<Place> place,
    String reason,
    String approver,
    LocalDate until,
    Instant decidedAt,
    Optional<Withdrawal> withdrawal) {

  /** Where an error stands. */
  public record Place(String sheet, String cell) {}

  /** How a waiver was taken back. */
  public record Withdrawal(Instant at, String by, String reason) {}

  /** How it stands on a day. */
  public enum Standing {
    HOLDS,
    EXPIRED,
    WITHDRAWN;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Standing standing(LocalDate today) {
    if (withdrawal.isPresent()) {
      return Standing.WITHDRAWN;
    }
    return until.isBefore(today) ? Standing.EXPIRED : Standing.HOLDS;
  }

  /** Whether this error passes on a day. */
  public boolean passes(WaivableError error, LocalDate today) {
    return standing(today) == Standing.HOLDS && names(error);
  }

  /** Whether it is about this error. */
  boolean names(WaivableError error) {
    return submissionId.equals(error.submissionId())
        && code.equals(error.code())
        && place.map(error.place()::equals).orElse(true);
  }

  Waiver withdrawn(Withdrawal how) {
    return new Waiver(
        id, submissionId, code, place, reason, approver, until, decidedAt, Optional.of(how));
  }
}
