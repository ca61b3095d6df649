/** Errors that somebody lets pass: decisions in the journal, and what may be let pass. */
@org.jspecify.annotations.NullMarked
package xinglin.jobs.waive;
