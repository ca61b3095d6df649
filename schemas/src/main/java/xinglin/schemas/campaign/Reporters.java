package xinglin.schemas.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Divisions;

/**
 * Who reports: the divisions of a level, with exceptions that may be dated.
 *
 * @param scope division code whose divisions of the level report; the scope itself if the level is
 *     its own
 * @param except divisions of that level that never report
 * @param also others that report too
 * @param changes what differs for some time, later ones beat earlier ones
 */
public record Reporters(
    String scope,
    Division.Level level,
    List<String> except,
    List<String> also,
    List<Change> changes) {

  public Reporters {
    except = List.copyOf(except);
    also = List.copyOf(also);
    changes = List.copyOf(changes);
  }

  /**
   * Divisions that report, or do not, for some time.
   *
   * @param from first day; empty: from the beginning
   * @param to last day; empty: to the end
   */
  public record Change(
      List<String> divisions, Optional<LocalDate> from, Optional<LocalDate> to, boolean reports) {
    public Change {
      divisions = List.copyOf(divisions);
    }

    boolean holdsOn(LocalDate day) {
      return from.map(first -> !first.isAfter(day)).orElse(true)
          && to.map(last -> !last.isBefore(day)).orElse(true);
    }
  }

  /**
   * Who reports on a day, by code. Divisions that were merged or abolished report up to the year
   * before; statistical units without a government of their own do not unless they are named.
   */
  public List<Division> on(LocalDate day, Divisions divisions) {
    Map<String, Division> reporting = new TreeMap<>();
    for (Division division : divisions.within(scope, level, day)) {
      if (!division.pseudo() && !except.contains(division.code())) {
        reporting.put(division.code(), division);
      }
    }
    also.forEach(code -> divisions.find(code).ifPresent(division -> reporting.put(code, division)));
    for (Change change : changes) {
      if (!change.holdsOn(day)) {
        continue;
      }
      for (String code : change.divisions()) {
        if (change.reports()) {
          divisions.find(code).ifPresent(division -> reporting.put(code, division));
        } else {
          reporting.remove(code);
        }
      }
    }
    return List.copyOf(reporting.values());
  }
}
