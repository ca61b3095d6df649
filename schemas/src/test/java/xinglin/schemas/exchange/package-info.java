/** Tests of what layouts make of sheets. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.exchange;
