/**
 * The published file: from committed tables to one self-contained DuckDB file, switched to in one
 * step.
 */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.publish;
