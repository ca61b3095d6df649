@NullMarked
package xinglin.jobs.parcel;

import org.jspecify.annotations.NullMarked;
