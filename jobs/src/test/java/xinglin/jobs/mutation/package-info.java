/**
 * What clerks do to official forms before they send them, and what must come of it: every figure
 * read right, or a finding that names the reason.
 */
@org.jspecify.annotations.NullMarked
package xinglin.jobs.mutation;
