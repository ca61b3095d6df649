/** When a channel is asked and a night begins. */
@NullMarked
package xinglin.routes.schedule;

import org.jspecify.annotations.NullMarked;
