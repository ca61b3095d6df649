/** Invented parties of which it is known who is who: for tests and the bench. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.match.labelled;
