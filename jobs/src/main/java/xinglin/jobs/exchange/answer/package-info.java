/** The four answers to a package: signed, chained, the same whenever they are made. */
@NullMarked
package xinglin.jobs.exchange.answer;

import org.jspecify.annotations.NullMarked;
