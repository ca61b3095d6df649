/** What partner regions send about our packages: their four answers, and requests to send again. */
@NullMarked
package xinglin.jobs.exchange.returned;

import org.jspecify.annotations.NullMarked;
