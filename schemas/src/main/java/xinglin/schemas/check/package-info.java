/** The checks: their declarations, and those that compare several cells of one form. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.check;
