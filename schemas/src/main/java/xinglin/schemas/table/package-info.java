/**
 * Stored and published tables, declared once for Iceberg, Parquet, DuckDB and the reference pages.
 */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.table;
