package xinglin.schemas.match.name;

/** 64-bit mixes of numbers and texts: for keys and counts, the same on every machine. */
public final class Hash {
  private static final long SEED = 0x9E3779B97F4A7C15L;

  private Hash() {}

  public static long of(int... values) {
    long hash = SEED;
    for (int value : values) {
      hash = mix(hash, value);
    }
    return hash;
  }

  public static long of(String text) {
    return of(text.codePoints().toArray());
  }

  public static long mix(long hash, long value) {
    long mixed = (hash ^ value) * 0xBF58476D1CE4E5B9L;
    mixed ^= mixed >>> 29;
    mixed *= 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 32);
  }
}
