package xinglin.schemas.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Joins parties pair by pair, the surest first, and never two that somebody, a number or a date
 * keeps apart, not even through a third.
 */
final class Groups {
  private static final int MOST_COMPARED = 400;
  private final Apart apart;
  private final Map<String, List<String>> members = new HashMap<>();
  private final Map<String, String> leaders = new HashMap<>();

  /** Whether two parties may not be in one group. */
  interface Apart {
    boolean areApart(String left, String right);
  }

  Groups(Apart apart) {
    this.apart = apart;
  }

  private String leader(String party) {
    return leaders.getOrDefault(party, party);
  }

  private List<String> members(String leader) {
    return members.getOrDefault(leader, List.of(leader));
  }

  /** Whatever keeps them apart. */
  void join(String left, String right) {
    String one = leader(left);
    String other = leader(right);
    if (one.equals(other)) {
      return;
    }
    String kept = one.compareTo(other) < 0 ? one : other;
    String gone = kept.equals(one) ? other : one;
    List<String> all = new ArrayList<>(members(kept));
    all.addAll(members(gone));
    members(gone).forEach(member -> leaders.put(member, kept));
    members.remove(gone);
    members.put(kept, all);
  }

  /** False, with nothing done, if two of the joined group have to stay apart. */
  boolean joinIfAllowed(String left, String right) {
    List<String> ones = members(leader(left));
    List<String> others = members(leader(right));
    if (leader(left).equals(leader(right))) {
      return true;
    }
    if ((long) ones.size() * others.size() > MOST_COMPARED) {
      return false;
    }
    for (String one : ones) {
      for (String other : others) {
        if (apart.areApart(one, other)) {
          return false;
        }
      }
    }
    join(left, right);
    return true;
  }

  boolean areTogether(String left, String right) {
    return leader(left).equals(leader(right));
  }

  /**
   * Group id by party, of those that are joined: the id of an identified member if there is one,
   * else the smallest.
   */
  SortedMap<String, String> ids(java.util.function.Predicate<String> isIdentified) {
    SortedMap<String, String> ids = new TreeMap<>();
    members.forEach(
        (leader, all) -> {
          String id =
              all.stream()
                  .filter(isIdentified)
                  .sorted()
                  .findFirst()
                  .orElseGet(() -> all.stream().sorted().findFirst().orElse(leader));
          all.forEach(member -> ids.put(member, id));
        });
    return ids;
  }
}
