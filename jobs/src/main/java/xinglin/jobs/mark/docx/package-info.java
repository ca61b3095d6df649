/** Marks a .docx in place: a first page, shaded cells, comments; the rest is copied as it is. */
@NullMarked
package xinglin.jobs.mark.docx;

import org.jspecify.annotations.NullMarked;
