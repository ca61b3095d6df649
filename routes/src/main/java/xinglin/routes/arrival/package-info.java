/** When things arrived. */
@NullMarked
package xinglin.routes.arrival;

import org.jspecify.annotations.NullMarked;
