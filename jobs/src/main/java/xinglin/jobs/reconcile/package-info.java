/** Writes the workbook of published figures beside what is computed. */
@NullMarked
package xinglin.jobs.reconcile;

import org.jspecify.annotations.NullMarked;
