/** The publish job. */
@NullMarked
package xinglin.jobs.publish;

import org.jspecify.annotations.NullMarked;
