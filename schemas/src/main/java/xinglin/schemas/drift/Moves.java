package xinglin.schemas.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What has to be moved to turn one order into another: all but a longest run that is in order. */
final class Moves {
  private Moves() {}

  /** Indices that do not belong to the longest increasing run. */
  static List<Integer> of(List<Integer> orders) {
    int n = orders.size();
    int[] length = new int[n];
    int[] before = new int[n];
    Arrays.fill(before, -1);
    int last = -1;
    for (int i = 0; i < n; i++) {
      length[i] = 1;
      for (int j = 0; j < i; j++) {
        if (orders.get(j) < orders.get(i) && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          before[i] = j;
        }
      }
      if (last < 0 || length[i] > length[last]) {
        last = i;
      }
    }
    List<Integer> moved = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      moved.add(i);
    }
    for (int at = last; at >= 0; at = before[at]) {
      moved.remove((Integer) at);
    }
    return moved;
  }

  /** The two indices that changed places, if that is all that happened; else empty. */
  static List<Integer> exchanged(List<Integer> orders) {
    List<Integer> sorted = orders.stream().sorted().toList();
    List<Integer> different = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      if (!orders.get(i).equals(sorted.get(i))) {
        different.add(i);
      }
    }
    return different.size() == 2 ? different : List.of();
  }
}
