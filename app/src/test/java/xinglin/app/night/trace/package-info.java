/** Values followed to their cells, and cells to their values, over whole nights. */
@org.jspecify.annotations.NullMarked
package xinglin.app.night.trace;
