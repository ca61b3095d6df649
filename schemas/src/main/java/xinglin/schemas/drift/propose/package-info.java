/** Writes a changed form as a definition file that does not load before a person has decided. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.drift.propose;
