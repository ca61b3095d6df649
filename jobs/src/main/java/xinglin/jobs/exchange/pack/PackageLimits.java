package xinglin.jobs.exchange.pack;

import xinglin.jobs.exchange.Refusal;
import xinglin.jobs.exchange.RefusedException;

/**
 * How much one package may ask for.
 *
 * @param sealedBytes of the file that arrived
 * @param unpackedBytes of all parts together
 * @param entries of the zip
 */
public record PackageLimits(long sealedBytes, long unpackedBytes, int entries) {

  /** What every receiver has to take: section 4 of the specification. */
  public static PackageLimits standard() {
    return new PackageLimits(2L << 30, 4L << 30, 8);
  }

  /** The refusal of a package of too many bytes. */
  public static RefusedException bytes(String zh, String en, long limit) {
    return new RefusedException(
        Refusal.LIMIT_EXCEEDED
            .issue()
            .with("what", zh)
            .with("what_en", en)
            .with("limit", (limit >> 20) + " MB"));
  }
}
