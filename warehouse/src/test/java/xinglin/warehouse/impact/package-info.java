@org.jspecify.annotations.NullMarked
package xinglin.warehouse.impact;
