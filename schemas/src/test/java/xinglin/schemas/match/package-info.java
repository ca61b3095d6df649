/** Tests of matching. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.match;
