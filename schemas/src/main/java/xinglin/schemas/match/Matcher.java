package xinglin.schemas.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import xinglin.schemas.match.Decisions.Pair;
import xinglin.schemas.match.compare.Comparer;
import xinglin.schemas.match.evidence.Comparison;
import xinglin.schemas.match.evidence.MatchingRules;
import xinglin.schemas.match.evidence.Outcome;
import xinglin.schemas.match.party.FeatureMaker;
import xinglin.schemas.match.party.Features;
import xinglin.schemas.match.party.NameReaders;
import xinglin.schemas.match.party.Party;

/**
 * Finds who is who in a set of parties. What comes out is decided by the set, the decisions and the
 * rules alone: not by the order of the parties, nor by what was found before, so that a rebuild
 * finds the same as night after night did.
 *
 * <p>Memory: about 300 bytes a party and 8 a key, of which a party has a dozen.
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
    List<Features> both = features(List.of(left, right));
    return new Comparer(rules, readers.characters(), both.size()).compare(both.get(0), both.get(1));
  }

  /**
   * @param parties several may have one id: what is known of one party in several ways
   */
  public Matches match(Iterable<Party> parties, Decisions decisions) {
    List<Features> all = features(parties);
    Comparer comparer = new Comparer(rules, readers.characters(), all.size());
    AtomicLong compared = new AtomicLong();
    TreeMap<Pair, Comparison> found = found(all, comparer, compared);
    Map<String, List<Features>> byId = new HashMap<>();
    for (Features party : all) {
      byId.computeIfAbsent(party.id(), id -> new ArrayList<>(1)).add(party);
    }
    return new Standings(comparer, byId, decisions).matches(found, byId.size(), compared.get());
  }

  private List<Features> features(Iterable<Party> parties) {
    FeatureMaker maker = new FeatureMaker(rules, readers);
    Deque<FeatureMaker.Draft> drafts = new ArrayDeque<>();
    parties.forEach(party -> drafts.add(maker.count(party)));
    List<Features> all = new ArrayList<>(drafts.size());
    while (!drafts.isEmpty()) {
      all.add(maker.finish(drafts.remove()));
    }
    return all;
  }

  private TreeMap<Pair, Comparison> found(
      List<Features> all, Comparer comparer, AtomicLong compared) {
    BlockIndex index = new BlockIndex();
    for (int at = 0; at < all.size(); at++) {
      int party = at;
      new BlockKeys(readers.characters(), key -> index.add(key, party)).of(all.get(at));
    }
    index.sort();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<Found>>> parts = new ArrayList<>();
      for (int from = 0; from < index.length(); from += STRETCH) {
        int start = from;
        int end = Math.min(index.length(), from + STRETCH);
        parts.add(workers.submit(() -> compare(all, comparer, index, start, end, compared)));
      }
      return together(parts);
    } finally {
      workers.shutdownNow();
    }
  }

  private record Found(Pair pair, Comparison comparison) {}

  private List<Found> compare(
      List<Features> all,
      Comparer comparer,
      BlockIndex index,
      int from,
      int to,
      AtomicLong compared) {
    List<Found> found = new ArrayList<>();
    long[] count = new long[1];
    index.pairs(
        from,
        to,
        rules.block(),
        (left, right) -> {
          count[0]++;
          Features one = all.get(left);
          Features other = all.get(right);
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
