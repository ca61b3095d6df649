/** SQL models as files: found, ordered by their references, run. */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.sql;
