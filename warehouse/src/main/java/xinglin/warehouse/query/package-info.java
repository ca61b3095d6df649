/** Read-only questions to the published file, and how answers are printed. */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.query;
