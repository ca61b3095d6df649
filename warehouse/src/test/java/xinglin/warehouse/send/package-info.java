@org.jspecify.annotations.NullMarked
package xinglin.warehouse.send;
