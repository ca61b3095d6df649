/** Answers made ready to be sent: the exact bytes, once. */
@NullMarked
package xinglin.jobs.parcel;

import org.jspecify.annotations.NullMarked;
