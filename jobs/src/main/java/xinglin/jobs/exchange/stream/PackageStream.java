package xinglin.jobs.exchange.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import xinglin.jobs.exchange.stream.Placed.Place;

/**
 * One stream of packages: what was understood so far, and where newcomers belong. What is
 * understood in the end does not depend on the order of arrival. Not thread safe.
 */
public final class PackageStream {
  private final Map<Integer, Arrived> understood = new HashMap<>();
  private final TreeMap<Integer, List<Arrived>> waiting = new TreeMap<>();
  private final Map<String, Placed> placed = new HashMap<>();
  private int highest;
  private Instant turn = Instant.EPOCH;

  /**
   * @param before packages understood earlier, in any order; numbers from 1 without gaps
   */
  public PackageStream(Collection<Arrived> before) {
    TreeMap<Integer, Arrived> inOrder = new TreeMap<>();
    before.forEach(one -> inOrder.put(one.sequence(), one));
    inOrder.values().forEach(this::understand);
  }

  /** Finds the places of packages, in the order of receipt. */
  public List<Placed> place(Collection<Arrived> arrived) {
    List<Arrived> inOrder = new ArrayList<>(arrived);
    inOrder.sort(Arrived.BY_RECEIPT);
    for (Arrived one : inOrder) {
      add(one);
    }
    waiting.values().forEach(all -> all.forEach(one -> put(one, Place.WAITING, one.receivedAt())));
    return inOrder.stream()
        .flatMap(one -> Optional.ofNullable(placed.get(one.id())).stream())
        .toList();
  }

  /** The highest number understood, 0 at first. */
  public int highest() {
    return highest;
  }

  /** Digest of the package of the highest number. */
  public Optional<String> digest() {
    return Optional.ofNullable(understood.get(highest)).map(Arrived::digest);
  }

  /** Numbers that packages wait for. */
  public List<Integer> missing() {
    TreeSet<Integer> missing = new TreeSet<>();
    if (!waiting.isEmpty()) {
      for (int number = highest + 1; number < waiting.lastKey(); number++) {
        if (!waiting.containsKey(number)) {
          missing.add(number);
        }
      }
    }
    return List.copyOf(missing);
  }

  private void add(Arrived one) {
    if (one.sequence() <= highest) {
      known(one, one.receivedAt());
    } else if (one.sequence() > highest + 1) {
      waiting.computeIfAbsent(one.sequence(), number -> new ArrayList<>()).add(one);
    } else if (one.previous().equals(digest())) {
      understandAt(one, one.receivedAt());
      next(one.receivedAt());
    } else {
      put(one, Place.BROKEN, one.receivedAt());
    }
  }

  /** Those whose turn has come because a gap was filled. */
  private void next(Instant now) {
    List<Arrived> candidates = waiting.remove(highest + 1);
    while (candidates != null) {
      Optional<Arrived> fits =
          candidates.stream().filter(one -> one.previous().equals(digest())).findFirst();
      fits.ifPresent(one -> understandAt(one, now));
      for (Arrived other : candidates) {
        if (fits.isEmpty()) {
          put(other, Place.BROKEN, now);
        } else if (!other.equals(fits.get())) {
          known(other, now);
        }
      }
      candidates = fits.isPresent() ? waiting.remove(highest + 1) : null;
    }
  }

  private void known(Arrived one, Instant now) {
    Optional<Arrived> first = Optional.ofNullable(understood.get(one.sequence()));
    if (first.filter(known -> known.digest().equals(one.digest())).isPresent()) {
      placed.put(one.id(), new Placed(one.id(), Place.REPEATED, now, first.map(Arrived::id)));
    } else {
      put(one, Place.REUSED, now);
    }
  }

  private void understandAt(Arrived one, Instant now) {
    understand(one);
    put(one, Place.UNDERSTOOD, now.isAfter(turn) ? now : turn);
  }

  private void understand(Arrived one) {
    understood.put(one.sequence(), one);
    highest = one.sequence();
    turn = one.receivedAt().isAfter(turn) ? one.receivedAt() : turn;
  }

  private void put(Arrived one, Place place, Instant at) {
    placed.put(one.id(), new Placed(one.id(), place, at, Optional.empty()));
  }
}
