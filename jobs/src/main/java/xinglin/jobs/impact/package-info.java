/**
 * Forecasts: stored files read again by changed definitions, to see who would be judged otherwise.
 */
@org.jspecify.annotations.NullMarked
package xinglin.jobs.impact;
