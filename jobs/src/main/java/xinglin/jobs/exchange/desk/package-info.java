/** Where packages that arrive are opened, put in order and handed on. */
@NullMarked
package xinglin.jobs.exchange.desk;

import org.jspecify.annotations.NullMarked;
