package xinglin.schemas.campaign;

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
 * @param scope division code whose divisions of the level report; the scope itself if the level is
 *     its own
 * @param except divisions of that level that do not report
 * @param periods the periods to be reported on, in order
 */
public record Expectation(
    String id,
    String formId,
    Optional<String> what,
    String scope,
    Division.Level level,
    List<String> except,
    Per per,
    List<Period> periods,
    Deadline deadline) {

  public Expectation {
    except = List.copyOf(except);
    periods = List.copyOf(periods);
  }

  /** Who reports, by code. Statistical units without a government of their own do not. */
  public List<Division> reporters(Divisions divisions) {
    return divisions.within(scope, level).stream()
        .filter(division -> !division.pseudo() && !except.contains(division.code()))
        .toList();
  }

  /** How often a report is expected. */
  public enum Per {
    ONCE,
    PHASE,
    MONTH,
    YEAR
  }
}
