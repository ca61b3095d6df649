package xinglin.routes.collect;

import java.util.ArrayList;
import java.util.List;

/**
 * What one collect did.
 *
 * @param deliveries taken into {@code raw/}
 * @param leftBehind a sentence for each file that was listed and not taken
 */
public record Collected(long deliveries, List<String> leftBehind) {
  public Collected {
    leftBehind = List.copyOf(leftBehind);
  }

  /** Both together. */
  public Collected with(Collected other) {
    List<String> all = new ArrayList<>(other.leftBehind);
    all.addAll(leftBehind);
    return new Collected(deliveries + other.deliveries, all);
  }
}
