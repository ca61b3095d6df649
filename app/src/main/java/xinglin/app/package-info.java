/** Entry point: command line, settings, assembly; no logic. */
@NullMarked
package xinglin.app;

import org.jspecify.annotations.NullMarked;
