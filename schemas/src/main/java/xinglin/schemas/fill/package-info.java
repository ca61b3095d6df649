/** Reads the cells of a recognised form: figures, register lines, reporter, period, signature. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.fill;
