/** Files as a clerk has them on the screen: cells and paragraphs that can be bent, and written. */
@org.jspecify.annotations.NullMarked
package xinglin.jobs.mutation.draft;
