/** The rows of a table: which hold data, which section they stand in, what their labels mean. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.fill.row;
