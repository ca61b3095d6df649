/** Named instants between two durable steps, at which a test may stop the process. */
@NullMarked
package xinglin.routes.moment;

import org.jspecify.annotations.NullMarked;
