@org.jspecify.annotations.NullMarked
package xinglin.warehouse.statement;
