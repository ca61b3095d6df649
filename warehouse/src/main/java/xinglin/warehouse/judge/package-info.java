/**
 * Judging by history: what replaces one another, and what checks in sets say of submissions
 * together. The same for a run, for a file that is only tried out, and for a forecast.
 */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.judge;
