/** The rebuild job. */
@NullMarked
package xinglin.jobs.rebuild;

import org.jspecify.annotations.NullMarked;
