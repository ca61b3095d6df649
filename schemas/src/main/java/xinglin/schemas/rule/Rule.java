package xinglin.schemas.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.finding.Wording;
import xinglin.schemas.value.Period;

/**
 * A rule through time.
 *
 * @param versions in order of time, never two on one day
 */
public record Rule(String id, Wording title, List<RuleVersion> versions) {

  public Rule {
    versions = List.copyOf(versions);
  }

  /** The version in force on a day; empty before the first. */
  public Optional<RuleVersion> on(LocalDate day) {
    return versions.stream().filter(version -> version.inForce(day)).findFirst();
  }

  /** Every version in force on some day of the period. */
  public List<RuleVersion> during(Period period) {
    return versions.stream()
        .filter(version -> !version.validFrom().isAfter(period.end()))
        .filter(
            version -> version.validTo().map(last -> !last.isBefore(period.start())).orElse(true))
        .toList();
  }
}
