/** Text and pages of PDF. */
@NullMarked
package xinglin.jobs.open.pdf;

import org.jspecify.annotations.NullMarked;
