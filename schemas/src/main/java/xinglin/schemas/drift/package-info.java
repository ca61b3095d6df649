/**
 * How a changed attachment differs from the forms that are known. Says what it sees, decides
 * nothing.
 */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.drift;
