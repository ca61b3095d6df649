package xinglin.schemas.table;

/**
 * Types of stored and published columns. A closed set that Parquet, Iceberg and DuckDB all have.
 */
public enum ColumnType {
  STRING("VARCHAR"),
  INTEGER("INTEGER"),
  BIGINT("BIGINT"),
  /** Amounts in yuan, counts and percentages: 20 digits, 4 of them after the point. */
  DECIMAL("DECIMAL(20,4)"),
  DATE("DATE"),
  /** An instant; published with time zone. */
  TIMESTAMP("TIMESTAMPTZ"),
  BOOLEAN("BOOLEAN");

  private final String duckDb;

  ColumnType(String duckDb) {
    this.duckDb = duckDb;
  }

  public String duckDb() {
    return duckDb;
  }
}
