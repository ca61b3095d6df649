/** Packages of ours: made, kept for resends, put on their way. */
@NullMarked
package xinglin.jobs.exchange.send;

import org.jspecify.annotations.NullMarked;
