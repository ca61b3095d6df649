package xinglin.schemas.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import xinglin.schemas.match.Decisions.Pair;
import xinglin.schemas.match.compare.Comparer;
import xinglin.schemas.match.evidence.Comparison;
import xinglin.schemas.match.evidence.Outcome;
import xinglin.schemas.match.party.Features;

/** From pairs that look alike, and what people said, to groups. */
final class Standings {
  private final Comparer comparer;
  private final Map<String, List<Features>> byId;
  private final Decisions decisions;

  /**
   * @param byId what is known of each party, in any number of ways
   */
  Standings(Comparer comparer, Map<String, List<Features>> byId, Decisions decisions) {
    this.comparer = comparer;
    this.byId = byId;
    this.decisions = decisions;
  }

  Matches matches(SortedMap<Pair, Comparison> found, int parties, long compared) {
    Groups groups = new Groups(this::areApart);
    TreeMap<Pair, Link> links = new TreeMap<>();
    decisions
        .all()
        .forEach(
            (pair, isSame) -> {
              if (byId.containsKey(pair.left()) && byId.containsKey(pair.right())) {
                if (isSame) {
                  groups.join(pair.left(), pair.right());
                }
                Comparison comparison =
                    Optional.ofNullable(found.get(pair)).orElseGet(() -> best(pair));
                Link.Standing standing = isSame ? Link.Standing.ACCEPTED : Link.Standing.REFUSED;
                links.put(pair, new Link(pair.left(), pair.right(), comparison, standing));
              }
            });
    Comparator<Map.Entry<Pair, Comparison>> surest =
        Comparator.comparing(Map.Entry<Pair, Comparison>::getValue, Matcher.BY_BITS.reversed())
            .thenComparing(Map.Entry::getKey);
    found.entrySet().stream()
        .filter(entry -> entry.getValue().outcome() == Outcome.SURE)
        .filter(entry -> !links.containsKey(entry.getKey()))
        .sorted(surest)
        .forEach(entry -> groups.joinIfAllowed(entry.getKey().left(), entry.getKey().right()));
    found.forEach(
        (pair, comparison) -> links.computeIfAbsent(pair, added -> link(pair, comparison, groups)));
    return new Matches(
        new ArrayList<>(links.values()),
        groups.ids(id -> byId.getOrDefault(id, List.of()).stream().anyMatch(Features::identified)),
        parties,
        compared);
  }

  private static Link link(Pair pair, Comparison comparison, Groups groups) {
    boolean isJoined = groups.areTogether(pair.left(), pair.right());
    return new Link(
        pair.left(),
        pair.right(),
        comparison,
        isJoined ? Link.Standing.JOINED : Link.Standing.PROPOSED);
  }

  private Comparison best(Pair pair) {
    List<Comparison> all = new ArrayList<>();
    for (Features left : byId.getOrDefault(pair.left(), List.of())) {
      for (Features right : byId.getOrDefault(pair.right(), List.of())) {
        all.add(comparer.compare(left, right));
      }
    }
    return all.stream().max(Matcher.BY_BITS).orElseThrow();
  }

  /** By decision, by number, or by birth date. */
  private boolean areApart(String left, String right) {
    Pair pair = new Pair(left, right);
    Optional<Boolean> decided = decisions.find(pair);
    return decided.isPresent() ? !decided.get() : best(pair).isContradicted();
  }
}
