/**
 * Recognises what Xinglin itself wrote into a file, so that a marked copy sent back is read like
 * the original.
 */
@NullMarked
package xinglin.jobs.open.own;

import org.jspecify.annotations.NullMarked;
