/** Append-only Iceberg tables of Parquet files on the local disk. */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.lake;
