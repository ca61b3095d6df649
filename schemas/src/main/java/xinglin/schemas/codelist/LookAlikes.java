package xinglin.schemas.codelist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Characters that are taken for each other. */
final class LookAlikes {
  private final Map<Integer, Integer> groups = new HashMap<>();

  /** Each text is a group. */
  LookAlikes(List<String> texts) {
    for (int group = 0; group < texts.size(); group++) {
      int number = group;
      texts.get(group).codePoints().forEach(point -> groups.put(point, number));
    }
  }

  boolean alike(int left, int right) {
    return left == right
        || (groups.containsKey(left) && groups.get(left).equals(groups.get(right)));
  }

  /** Whether two words of the same length differ in look-alikes only. */
  boolean alike(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    if (a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (!alike(a[i], b[i])) {
        return false;
      }
    }
    return true;
  }
}
