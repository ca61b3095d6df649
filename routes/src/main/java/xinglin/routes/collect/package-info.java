/**
 * How data comes in: one route per channel. Bytes are durable before anything counts them or
 * removes them from where they came.
 */
@NullMarked
package xinglin.routes.collect;

import org.jspecify.annotations.NullMarked;
