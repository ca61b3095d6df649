/** Worksheets of OpenDocument. */
@NullMarked
package xinglin.jobs.open.ods;

import org.jspecify.annotations.NullMarked;
