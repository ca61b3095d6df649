/** What only Outlook writes: winmail.dat and .msg. */
@NullMarked
package xinglin.jobs.unpack.outlook;

import org.jspecify.annotations.NullMarked;
