/** Nights with penalty records and packages of other regions. */
@NullMarked
package xinglin.app.night.exchange;

import org.jspecify.annotations.NullMarked;
