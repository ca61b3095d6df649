/** Everything again from the raw store and the journal. */
@NullMarked
package xinglin.jobs.rebuild;

import org.jspecify.annotations.NullMarked;
