package xinglin.schemas.match;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What people decided about pairs; the last decision about a pair holds. */
public final class Decisions {
  private final SortedMap<Pair, Boolean> byPair;

  /** Two parties, the smaller id first. */
  public record Pair(String left, String right) implements Comparable<Pair> {
    public Pair {
      if (left.compareTo(right) > 0) {
        String smaller = right;
        right = left;
        left = smaller;
      }
    }

    @Override
    public int compareTo(Pair other) {
      int byLeft = left.compareTo(other.left);
      return byLeft == 0 ? right.compareTo(other.right) : byLeft;
    }
  }

  /**
   * @param same whether the two are one, by pair
   */
  public Decisions(Map<Pair, Boolean> same) {
    this.byPair = new TreeMap<>(same);
  }

  public static Decisions none() {
    return new Decisions(Map.of());
  }

  /** Whether somebody said that they are one, or two. */
  public Optional<Boolean> find(Pair pair) {
    return Optional.ofNullable(byPair.get(pair));
  }

  public SortedMap<Pair, Boolean> all() {
    return new TreeMap<>(byPair);
  }
}
