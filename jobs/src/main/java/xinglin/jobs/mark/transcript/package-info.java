/** A plain workbook of what was read, for files that cannot be marked themselves. */
@NullMarked
package xinglin.jobs.mark.transcript;

import org.jspecify.annotations.NullMarked;
