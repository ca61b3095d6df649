/** Rows of penalty records, judged one by one. */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.penalty;
