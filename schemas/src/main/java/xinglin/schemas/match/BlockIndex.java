package xinglin.schemas.match;

import java.util.Arrays;

/**
 * Which parties share a key: one number of 64 bits an entry, key in front and party behind, sorted.
 * Keys are cut to 40 bits; two that become one only cost a comparison.
 */
final class BlockIndex {
  /** Most parties, for the 24 bits that a party has. */
  static final int MOST_PARTIES = 1 << 24;

  private static final long PARTY = MOST_PARTIES - 1L;
  private long[] entries = new long[1 << 12];
  private int length;

  void add(long key, int party) {
    if (length == entries.length) {
      entries = Arrays.copyOf(entries, length + (length >> 1));
    }
    entries[length] = (key & ~PARTY) | party;
    length++;
  }

  /** Takes pairs of parties, the lower number first. */
  interface Pairs {
    void take(int left, int right);
  }

  void sort() {
    Arrays.sort(entries, 0, length);
  }

  int length() {
    return length;
  }

  /**
   * Pairs of the blocks that begin in a stretch of the sorted entries; a pair comes once for every
   * key that it shares.
   *
   * @param most blocks of more parties are left out
   */
  void pairs(int from, int to, int most, Pairs pairs) {
    int start = from;
    while (start > 0 && start < length && isSameKey(start - 1, start)) {
      start++;
    }
    while (start < to) {
      int end = start + 1;
      while (end < length && isSameKey(start, end)) {
        end++;
      }
      if (end - start <= most) {
        block(start, end, pairs);
      }
      start = end;
    }
  }

  private void block(int start, int end, Pairs pairs) {
    for (int i = start; i < end; i++) {
      for (int j = i + 1; j < end; j++) {
        int left = (int) (entries[i] & PARTY);
        int right = (int) (entries[j] & PARTY);
        if (left != right) {
          pairs.take(left, right);
        }
      }
    }
  }

  private boolean isSameKey(int one, int other) {
    return (entries[one] & ~PARTY) == (entries[other] & ~PARTY);
  }
}
