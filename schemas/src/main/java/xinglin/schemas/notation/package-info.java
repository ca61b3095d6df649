/** How people write numbers, dates and yes or no into cells, and how that is read. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.notation;
