/** Changes single parts of an Office package in place; all others are copied byte by byte. */
@NullMarked
package xinglin.jobs.mark.part;

import org.jspecify.annotations.NullMarked;
