/** The load job: from deliveries to committed tables and answers. */
@NullMarked
package xinglin.jobs.load;

import org.jspecify.annotations.NullMarked;
