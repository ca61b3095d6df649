/** What can be observed about two parties, what it is worth, and what it comes to. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.match.evidence;
