/** Whole nights on the example files, in process. */
@NullMarked
package xinglin.app.night;

import org.jspecify.annotations.NullMarked;
