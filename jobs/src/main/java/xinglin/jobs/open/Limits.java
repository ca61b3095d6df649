package xinglin.jobs.open;

/**
 * How much one file may ask for. Hitting a limit is a verdict (unsafe), never an exception.
 *
 * @param bytes size of the file
 * @param inflatedBytes all parts of a container together, inflated
 * @param entryBytes one part, inflated
 * @param entries parts of a container
 * @param ratio inflated to packed size of one part, asked only where more than {@code
 *     ratioFromBytes} come out: small style sheets exceed any ratio honestly
 * @param ratioFromBytes inflated size from which the ratio counts
 * @param sheets worksheets, or tables of a Word file
 * @param rows rows up to the last filled one, all sheets together
 * @param cells filled or merged cells, all sheets together
 * @param characters text held, all cells together
 * @param formulas formulas computed anew; further ones keep only their cached result
 * @param seconds time to open
 */
public record Limits(
    long bytes,
    long inflatedBytes,
    long entryBytes,
    int entries,
    int ratio,
    long ratioFromBytes,
    int sheets,
    long rows,
    long cells,
    long characters,
    int formulas,
    int seconds) {

  private static final long MIB = 1L << 20;

  /**
   * Room for 65,536 lines of 12 columns and for a million formatted blank rows, within a heap of
   * 512 MiB.
   */
  public static Limits standard() {
    return new Limits(
        64 * MIB, 512 * MIB, 384 * MIB, 5_000, 200, 32 * MIB, 200, 2_000_000, 1_500_000, 64 * MIB,
        20_000, 30);
  }
}
