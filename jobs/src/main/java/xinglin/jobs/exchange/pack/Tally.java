package xinglin.jobs.exchange.pack;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What stands in a data part.
 *
 * @param states records by state; what is in no known state is in none
 * @param amounts sums by column, six decimals
 */
public record Tally(int rows, Map<String, Integer> states, Map<String, BigDecimal> amounts) {
  public Tally {
    states = Map.copyOf(states);
    amounts = Map.copyOf(amounts);
  }
}
