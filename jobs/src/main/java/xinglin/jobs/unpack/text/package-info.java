/** Texts and names whose encoding nobody states, or states wrongly. */
@NullMarked
package xinglin.jobs.unpack.text;

import org.jspecify.annotations.NullMarked;
