/**
 * Puts a home, its settings and the definitions together, and runs the steps of a night in order.
 */
@NullMarked
package xinglin.app.assembly;

import org.jspecify.annotations.NullMarked;
