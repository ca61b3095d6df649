/** Parties of committed penalties, with what is personal about them, for whoever matches them. */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.match;
