/** Writes the pages of docs/reference out of the definitions. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.reference;
