/** Compares two parties that are ready. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.match.compare;
