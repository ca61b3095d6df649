/** Nights broken off or in another order end in the same rows. */
@org.jspecify.annotations.NullMarked
package xinglin.app.night.killed;
