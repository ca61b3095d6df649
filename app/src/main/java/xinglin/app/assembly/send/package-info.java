/** Puts together what sends packages to partner regions. */
@NullMarked
package xinglin.app.assembly.send;

import org.jspecify.annotations.NullMarked;
