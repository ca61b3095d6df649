/** Encryption of the personal columns of a row, and the key of a home. */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.seal;
