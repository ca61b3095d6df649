/** Frozen publications: made once, never rewritten, answered from for ever. */
@org.jspecify.annotations.NullMarked
package xinglin.jobs.release;
