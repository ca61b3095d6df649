package xinglin.schemas.campaign;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.value.Period;

/**
 * One form that a campaign expects.
 *
 * @param id unique in the campaign
 * @param what for form {@code document}: which document (summary, typical case …); empty for tables
 * @param scope division code whose divisions of the level report; the scope itself if the level is
 *     its own
 * @param except divisions of that level that do not report
 * @param per how often
 * @param deadlines one for all periods, or one for each period in order
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
    List<Deadline> deadlines) {

  public Expectation {
    except = List.copyOf(except);
    periods = List.copyOf(periods);
    deadlines = List.copyOf(deadlines);
  }

  /** How often a report is expected. */
  public enum Per {
    ONCE,
    PHASE,
    MONTH,
    YEAR
  }
}
