/** SQL lies in files; this reads them. */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.statement;
