/** Parcels leave the outbox: which are due, over which channel, and when to try again. */
@NullMarked
package xinglin.routes.dispatch;

import org.jspecify.annotations.NullMarked;
