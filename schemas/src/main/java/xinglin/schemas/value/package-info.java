/** Values with what is known about them, periods, and how labels are compared. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.value;
