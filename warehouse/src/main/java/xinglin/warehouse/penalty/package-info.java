/** Penalty records in sets: staged as sent, read, judged row by row and stored by SQL. */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.penalty;
