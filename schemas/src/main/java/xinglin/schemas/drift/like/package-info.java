/** How alike two labels are, with a reason that a person can follow. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.drift.like;
