package xinglin.jobs.rollup;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A figure where the division's own report says something other than the sum of those below, in the
 * stored unit.
 */
public record Difference(
    String measure, String category, Optional<BigDecimal> sum, Optional<BigDecimal> own) {

  /** Own minus sum; empty where one of them is not known. */
  public Optional<BigDecimal> difference() {
    return own.flatMap(mine -> sum.map(mine::subtract));
  }
}
