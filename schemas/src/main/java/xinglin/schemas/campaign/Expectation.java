package xinglin.schemas.campaign;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.value.Period;

/**
 * One form that a campaign expects.
 *
 * @param id unique in the campaign
 * @param what for form {@code document}: which document (plan, summary, typical_case, review);
 *     empty for tables
 * @param periods the periods to be reported on, in order
 * @param collectedBy division above that may send one report for all
 * @param covers for which divisions that one report counts
 * @param definedIn file and line, {@code campaigns/x.yaml:12}
 */
public record Expectation(
    String id,
    String formId,
    Optional<String> what,
    Reporters who,
    Per per,
    List<Period> periods,
    Deadline deadline,
    Optional<String> collectedBy,
    Covers covers,
    String definedIn) {

  public Expectation {
    periods = List.copyOf(periods);
  }

  /** Division code whose divisions of the level report. */
  public String scope() {
    return who.scope();
  }

  public Division.Level level() {
    return who.level();
  }

  /** Who reports on any of the periods, by code. */
  public List<Division> reporters(Divisions divisions) {
    return periods.stream()
        .flatMap(period -> reporters(divisions, period).stream())
        .distinct()
        .sorted(Comparator.comparing(Division::code))
        .toList();
  }

  /** Who reports on a period, by code: who is there on its last day. */
  public List<Division> reporters(Divisions divisions, Period period) {
    return who.on(period.end(), divisions);
  }

  /** For whom one report of an office above counts. */
  public enum Covers {
    /** For each division that it has lines of; nothing is claimed of the others. */
    LISTED,
    /** For all that owe the report: a register without a line of one says that there is nothing. */
    ALL
  }

  /** How often a report is expected. */
  public enum Per {
    ONCE,
    PHASE,
    MONTH,
    YEAR
  }
}
