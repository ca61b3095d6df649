package xinglin.schemas.match;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a set of parties comes to.
 *
 * @param links by the ids of both
 * @param groups id of the group for every party that is joined with another one
 * @param parties how many there were
 * @param comparisons how many pairs were compared, those that share several keys several times
 */
public record Matches(
    List<Link> links, SortedMap<String, String> groups, int parties, long comparisons) {
  public Matches {
    links = List.copyOf(links);
    groups = new TreeMap<>(groups);
  }

  /** Id of the group of a party; its own if it is alone. */
  public String groupOf(String party) {
    return ((Map<String, String>) groups).getOrDefault(party, party);
  }
}
