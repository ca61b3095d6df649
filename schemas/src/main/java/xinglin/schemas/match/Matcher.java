package xinglin.schemas.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xinglin.schemas.match.Decisions.Pair;
import xinglin.schemas.match.compare.Comparer;
import xinglin.schemas.match.evidence.Comparison;
import xinglin.schemas.match.evidence.MatchingRules;
import xinglin.schemas.match.evidence.Outcome;
import xinglin.schemas.match.name.Hash;
import xinglin.schemas.match.party.FeatureMaker;
import xinglin.schemas.match.party.Features;
import xinglin.schemas.match.party.NameReaders;
import xinglin.schemas.match.party.Party;

/**
 * Finds who is who in a set of parties. What comes out is decided by the set, the decisions and the
 * rules alone: not by the order of the parties, nor by what was found before, so that a rebuild
 * finds the same as night after night did.
 *
 * <p>The parties are gone through twice: first their keys are taken, then those that share a key
 * with somebody who could be the same are made ready. Memory: 8 bytes a key, of which a party has a
 * dozen, and about 300 bytes for each of the latter.
 */
public final class Matcher {
  static final Comparator<Comparison> BY_BITS =
      Comparator.comparingDouble(Comparison::bits)
          .thenComparing(comparison -> comparison.evidence().toString());

  private static final int STRETCH = 1 << 14;
  private final MatchingRules rules;
  private final NameReaders readers;
  private final int threads;

  /**
   * @param threads what is found does not depend on it
   */
  public Matcher(MatchingRules rules, int threads) {
    this.rules = rules;
    this.readers = NameReaders.of(rules);
    this.threads = threads;
  }

  /** Compares two parties alone, names as common as they are known to be. */
  public Comparison compare(Party left, Party right) {
    FeatureMaker maker = new FeatureMaker(rules, readers);
    FeatureMaker.Draft one = maker.count(left);
    FeatureMaker.Draft other = maker.count(right);
    return new Comparer(rules, readers.characters(), 2)
        .compare(maker.finish(one), maker.finish(other));
  }

  /** Parties of a set, gone through as often as asked, each time the same in the same order. */
  @FunctionalInterface
  public interface Parties {
    void each(Consumer<Party> sink);
  }

  /**
   * @param parties several may have one id: what is known of one party in several ways
   */
  public Matches match(Iterable<Party> parties, Decisions decisions) {
    return match((Parties) parties::forEach, decisions);
  }

  /** As above, for more parties than anybody wants to hold. */
  public Matches match(Parties parties, Decisions decisions) {
    FeatureMaker maker = new FeatureMaker(rules, readers);
    Crowd crowd = new Crowd(readers.characters(), rules.block());
    parties.each(party -> crowd.add(maker.finish(maker.count(party))));
    crowd.sort();
    Ready ready = ready(parties, maker, crowd, decided(decisions));
    Comparer comparer = new Comparer(rules, readers.characters(), crowd.size());
    AtomicLong compared = new AtomicLong();
    TreeMap<Pair, Comparison> found = found(crowd, ready, comparer, compared);
    Map<String, List<Features>> byId = new HashMap<>();
    for (Features party : ready.parties()) {
      byId.computeIfAbsent(party.id(), id -> new ArrayList<>(1)).add(party);
    }
    return new Standings(comparer, byId, decisions).matches(found, crowd.ids(), compared.get());
  }

  private static Set<String> decided(Decisions decisions) {
    return decisions.all().keySet().stream()
        .flatMap(pair -> Stream.of(pair.left(), pair.right()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Parties to be compared.
   *
   * @param places where a party of the crowd stands among them
   */
  private record Ready(List<Features> parties, int[] places) {
    Features get(int number) {
      return parties.get(places[number]);
    }
  }

  private static Ready ready(
      Parties parties, FeatureMaker maker, Crowd crowd, Set<String> decided) {
    BitSet open = crowd.open();
    List<Features> ready = new ArrayList<>(open.cardinality());
    int[] places = new int[open.length()];
    if (open.isEmpty() && decided.isEmpty()) {
      return new Ready(ready, places);
    }
    int[] number = {0};
    long[] order = {0};
    parties.each(
        party -> {
          order[0] = Hash.mix(order[0], Hash.of(party.id()));
          if (open.get(number[0])) {
            places[number[0]] = ready.size();
            ready.add(maker.finish(maker.read(party)));
          } else if (decided.contains(party.id())) {
            ready.add(maker.finish(maker.read(party)));
          }
          number[0]++;
        });
    if (order[0] != crowd.order()) {
      throw new IllegalStateException("Cannot match parties that change while they are read");
    }
    return new Ready(ready, places);
  }

  private TreeMap<Pair, Comparison> found(
      Crowd crowd, Ready ready, Comparer comparer, AtomicLong compared) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<Found>>> parts = new ArrayList<>();
      for (int from = 0; from < crowd.keys(); from += STRETCH) {
        int start = from;
        int end = Math.min(crowd.keys(), from + STRETCH);
        parts.add(workers.submit(() -> compare(crowd, ready, comparer, start, end, compared)));
      }
      return together(parts);
    } finally {
      workers.shutdownNow();
    }
  }

  private record Found(Pair pair, Comparison comparison) {}

  private List<Found> compare(
      Crowd crowd, Ready ready, Comparer comparer, int from, int to, AtomicLong compared) {
    List<Found> found = new ArrayList<>();
    long[] count = new long[1];
    crowd.pairs(
        from,
        to,
        (left, right) -> {
          count[0]++;
          Features one = ready.get(left);
          Features other = ready.get(right);
          if (!one.id().equals(other.id())) {
            Comparison comparison = comparer.compare(one, other);
            if (comparison.outcome() != Outcome.NO) {
              found.add(new Found(new Pair(one.id(), other.id()), comparison));
            }
          }
        });
    compared.addAndGet(count[0]);
    return found;
  }

  private static TreeMap<Pair, Comparison> together(List<Future<List<Found>>> parts) {
    TreeMap<Pair, Comparison> all = new TreeMap<>();
    try {
      for (Future<List<Found>> part : parts) {
        part.get().forEach(found -> all.merge(found.pair(), found.comparison(), Matcher::better));
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot go on comparing parties: interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot compare parties", e.getCause());
    }
  }

  /** A party known in several ways is compared in the one that fits best. */
  private static Comparison better(Comparison one, Comparison other) {
    return BY_BITS.compare(one, other) >= 0 ? one : other;
  }
}
