/** Text with separated fields, in whatever encoding it was sent. */
@NullMarked
package xinglin.jobs.open.csv;

import org.jspecify.annotations.NullMarked;
