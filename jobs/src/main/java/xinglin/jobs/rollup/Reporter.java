package xinglin.jobs.rollup;

import java.time.LocalDate;
import java.util.Optional;
import xinglin.warehouse.query.PublishedRow;

/**
 * One who reports, or should have.
 *
 * @param use counted, covered, own, represented, missing, returned, not_due
 * @param representedBy whose report stands for it, where it sent none
 * @param waived codes of the errors that were let through, and who approved it; empty if none
 */
public record Reporter(
    String code,
    String name,
    boolean expected,
    Optional<LocalDate> dueOn,
    Optional<LocalDate> receivedOn,
    String use,
    String representedBy,
    int revision,
    String verdict,
    String waived) {

  static Reporter of(PublishedRow row) {
    return new Reporter(
        row.text("division_code"),
        row.text("name"),
        row.flag("is_expected"),
        row.date("due_on"),
        row.date("received_on"),
        row.text("use"),
        row.text("represented_by"),
        row.count("revision"),
        row.text("verdict"),
        row.text("waived"));
  }

  public boolean isCounted() {
    return use.equals("counted");
  }

  /** Whether it counts only because errors were let through. */
  public boolean isWaived() {
    return isCounted() && !waived.isEmpty();
  }

  /** Whether nothing that could be counted came by its day. */
  public boolean isMissing() {
    return use.equals("missing") || use.equals("returned");
  }

  boolean isLate() {
    return dueOn.isPresent() && receivedOn.isPresent() && receivedOn.get().isAfter(dueOn.get());
  }
}
