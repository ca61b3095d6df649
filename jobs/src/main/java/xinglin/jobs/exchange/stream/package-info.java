/** The order of packages: next, repeated, replayed, waiting for a gap, chain broken. */
@NullMarked
package xinglin.jobs.exchange.stream;

import org.jspecify.annotations.NullMarked;
