/** Every cell of the demo changed by itself, against what trace said of it before; run by hand. */
@NullMarked
package xinglin.app.night.sweep;

import org.jspecify.annotations.NullMarked;
