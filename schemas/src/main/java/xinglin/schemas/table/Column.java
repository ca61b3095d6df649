package xinglin.schemas.table;

/**
 * One column.
 *
 * @param id field id in Iceberg and Parquet, never reused; 0 for columns that exist only when
 *     published
 * @param restricted personal data: stored only inside the encrypted blob of the {@code restricted}
 *     namespace, never published
 */
public record Column(
    int id, String name, ColumnType type, boolean restricted, String zh, String en) {
  private static final String LINE_KEY = "line_key";

  /** Whether it tells a line of a register from the others, in every edition of the register. */
  public boolean isLineKey() {
    return name.equals(LINE_KEY);
  }
}
