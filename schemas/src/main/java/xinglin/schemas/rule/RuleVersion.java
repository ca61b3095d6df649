package xinglin.schemas.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.finding.Wording;

/**
 * A rule as it stands between two days.
 *
 * @param validFrom first day
 * @param validTo last day; empty while it is in force
 * @param law title and article as a reader cites it
 * @param source where it was published
 * @param values numbers by name, their unit in the name, for example {@code most_yuan}
 */
public record RuleVersion(
    LocalDate validFrom,
    Optional<LocalDate> validTo,
    Wording law,
    String source,
    Map<String, BigDecimal> values) {

  public RuleVersion {
    values = Map.copyOf(values);
    if (validTo.isPresent() && validTo.get().isBefore(validFrom)) {
      throw new IllegalArgumentException(
          "Cannot end a rule before it starts: " + validFrom + ".." + validTo.get());
    }
  }

  public boolean inForce(LocalDate day) {
    return !day.isBefore(validFrom) && validTo.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** A number that the version must have; throws IllegalArgumentException if it has not. */
  public BigDecimal get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find value of a rule: " + name + " in " + law.zh()));
  }

  public Optional<BigDecimal> find(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
