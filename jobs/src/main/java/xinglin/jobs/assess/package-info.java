/** Writes the sheets of those who are assessed, in the layout of the document. */
@NullMarked
package xinglin.jobs.assess;

import org.jspecify.annotations.NullMarked;
