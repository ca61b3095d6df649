/** Personal columns: encrypted row by row, every read logged. */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.restricted;
