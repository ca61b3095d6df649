/**
 * Who is who among the parties of penalties: the step before publishing, and what people decided.
 */
@org.jspecify.annotations.NullMarked
package xinglin.jobs.match;
