/** Zip archives and the names in them. */
@NullMarked
package xinglin.jobs.unpack.archive;

import org.jspecify.annotations.NullMarked;
