/** Marks an .xls through POI, which keeps the records that it does not know. */
@NullMarked
package xinglin.jobs.mark.xls;

import org.jspecify.annotations.NullMarked;
