package xinglin.schemas.match;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import xinglin.schemas.match.Decisions.Pair;
import xinglin.schemas.match.labelled.Labelled;
import xinglin.schemas.match.labelled.Labelled.Fault;

/** How pairs that were found compare with the truth: of parties, not of records. */
public final class Score {
  private final Map<Pair, Set<Fault>> truth = new HashMap<>();

  /** Pairs of one entity whose ids differ; what has one id needs no matching. */
  public Score(List<Labelled> records) {
    Map<Integer, List<Labelled>> byTruth = new HashMap<>();
    for (Labelled record : records) {
      byTruth.computeIfAbsent(record.truth(), number -> new ArrayList<>()).add(record);
    }
    byTruth.values().forEach(this::pairs);
  }

  private void pairs(List<Labelled> same) {
    for (int i = 0; i < same.size(); i++) {
      for (int j = i + 1; j < same.size(); j++) {
        Labelled one = same.get(i);
        Labelled other = same.get(j);
        if (!one.party().id().equals(other.party().id())) {
          Set<Fault> faults = EnumSet.noneOf(Fault.class);
          faults.addAll(one.faults());
          faults.addAll(other.faults());
          truth
              .computeIfAbsent(
                  new Pair(one.party().id(), other.party().id()),
                  pair -> EnumSet.noneOf(Fault.class))
              .addAll(faults);
        }
      }
    }
  }

  public int size() {
    return truth.size();
  }

  /** Precision, recall and F1. */
  public record Result(int found, int right, int truth) {
    public double precision() {
      return found == 0 ? 1 : right / (double) found;
    }

    public double recall() {
      return truth == 0 ? 1 : right / (double) truth;
    }

    public double f1() {
      return right == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "precision %.4f, recall %.4f, F1 %.4f (%d found, %d right, %d true)",
          precision(),
          recall(),
          f1(),
          found,
          right,
          truth);
    }
  }

  public Result of(Set<Pair> found) {
    int right = (int) found.stream().filter(truth::containsKey).count();
    return new Result(found.size(), right, truth.size());
  }

  public boolean isTrue(Pair pair) {
    return truth.containsKey(pair);
  }

  public Map<Pair, Set<Fault>> truth() {
    return Map.copyOf(truth);
  }

  /** Share of the true pairs that were found, by what is wrong with them. */
  public Map<String, Result> byFault(Set<Pair> found) {
    Map<String, Result> results = new TreeMap<>();
    for (Fault fault : Fault.values()) {
      List<Pair> with = truth.keySet().stream().filter(p -> truth.get(p).contains(fault)).toList();
      int right = (int) with.stream().filter(found::contains).count();
      results.put(fault.name().toLowerCase(Locale.ROOT), new Result(right, right, with.size()));
    }
    List<Pair> clean = truth.keySet().stream().filter(p -> truth.get(p).isEmpty()).toList();
    int right = (int) clean.stream().filter(found::contains).count();
    results.put("none", new Result(right, right, clean.size()));
    return results;
  }

  /** Every two parties of a group. */
  public static Set<Pair> joined(Matches matches) {
    Map<String, List<String>> groups = new HashMap<>();
    matches
        .groups()
        .forEach((id, group) -> groups.computeIfAbsent(group, g -> new ArrayList<>()).add(id));
    Set<Pair> pairs = new HashSet<>();
    for (List<String> group : groups.values()) {
      for (int i = 0; i < group.size(); i++) {
        for (int j = i + 1; j < group.size(); j++) {
          pairs.add(new Pair(group.get(i), group.get(j)));
        }
      }
    }
    return pairs;
  }
}
