/** What a package is made of, how it is packed, and every check that needs nothing but itself. */
@NullMarked
package xinglin.jobs.exchange.pack;

import org.jspecify.annotations.NullMarked;
