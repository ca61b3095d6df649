/** What else tells parties apart: birth dates, identity numbers as far as known, addresses. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.match.place;
