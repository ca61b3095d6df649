package xinglin.schemas.match.party;

/**
 * How often each 64-bit value was seen; twelve bytes and a half a value, whatever it stands for.
 */
public final class HashCounts {
  private static final int SMALLEST = 1 << 10;
  private long[] values = new long[SMALLEST];
  private int[] counts = new int[SMALLEST];
  private int used;
  private long total;

  public void add(long value) {
    if (used * 4L > values.length * 3L) {
      grow();
    }
    total++;
    count(value, 1);
  }

  private void count(long value, int times) {
    int at = place(value);
    if (counts[at] == 0) {
      used++;
      values[at] = value;
    }
    counts[at] += times;
  }

  /** How often it was seen. */
  public int of(long value) {
    return counts[place(value)];
  }

  /** How many values were seen. */
  public int different() {
    return used;
  }

  /** How often anything was seen. */
  public long total() {
    return total;
  }

  private int place(long value) {
    int mask = values.length - 1;
    int at = (int) (value ^ (value >>> 32)) & mask;
    while (counts[at] != 0 && values[at] != value) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] former = values;
    int[] formerCounts = counts;
    values = new long[former.length * 2];
    counts = new int[former.length * 2];
    used = 0;
    for (int at = 0; at < former.length; at++) {
      if (formerCounts[at] > 0) {
        count(former[at], formerCounts[at]);
      }
    }
  }
}
