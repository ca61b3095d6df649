/** What this region agreed on with each partner, as data. */
@NullMarked
package xinglin.jobs.exchange.agreement;

import org.jspecify.annotations.NullMarked;
