/**
 * The answer to a sender in the sender's own file: faulty cells coloured, a first sheet that sums
 * up.
 */
@NullMarked
package xinglin.jobs.mark;

import org.jspecify.annotations.NullMarked;
