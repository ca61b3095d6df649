package xinglin.jobs.exchange.pack;

/**
 * A file of a package, as its manifest describes it.
 *
 * @param digest of the bytes as unpacked
 */
public record Part(String name, Role role, int rows, long bytes, String digest) {

  /** What a part is for. */
  public enum Role {
    /** The records, CSV; exactly one. */
    DATA,
    /** The same records as Parquet, for convenience. */
    COPY
  }
}
