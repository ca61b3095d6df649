/** Leads and requests for joint handling, asked and answered between regions. */
@NullMarked
package xinglin.jobs.exchange.lead;

import org.jspecify.annotations.NullMarked;
