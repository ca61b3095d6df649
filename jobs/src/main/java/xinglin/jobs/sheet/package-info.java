/** Pages that are written row by row, and the files of filled forms. */
@NullMarked
package xinglin.jobs.sheet;

import org.jspecify.annotations.NullMarked;
