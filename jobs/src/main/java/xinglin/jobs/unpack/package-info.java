/** Deliveries that hold others: whole mail messages and archives become the files they carry. */
@NullMarked
package xinglin.jobs.unpack;

import org.jspecify.annotations.NullMarked;
