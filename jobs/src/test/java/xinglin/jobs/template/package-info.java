/** Templates filled in and read back. */
@org.jspecify.annotations.NullMarked
package xinglin.jobs.template;
