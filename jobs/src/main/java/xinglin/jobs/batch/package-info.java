/**
 * Spring Batch on the embedded database of a home, without an application context: start-up counts.
 */
@NullMarked
package xinglin.jobs.batch;

import org.jspecify.annotations.NullMarked;
