/** Marks an .xlsx in place: only the parts that carry marks change, tag by tag. */
@NullMarked
package xinglin.jobs.mark.xlsx;

import org.jspecify.annotations.NullMarked;
