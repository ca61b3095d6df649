/** Letters about deadlines, without a night. */
@org.jspecify.annotations.NullMarked
package xinglin.jobs.reminder;
