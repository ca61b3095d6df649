/** Fills the form of a higher level from the accepted reports of the levels below it. */
@NullMarked
package xinglin.jobs.rollup;

import org.jspecify.annotations.NullMarked;
