/** Worksheets of .xlsx and .xls, cell by cell. */
@NullMarked
package xinglin.jobs.open.workbook;

import org.jspecify.annotations.NullMarked;
