/** One round of collecting, the same for every kind of channel. */
@NullMarked
package xinglin.routes.round;

import org.jspecify.annotations.NullMarked;
