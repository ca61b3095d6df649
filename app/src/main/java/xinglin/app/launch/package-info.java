/** What the launcher script runs after a build. Uses nothing but the Java runtime. */
@NullMarked
package xinglin.app.launch;

import org.jspecify.annotations.NullMarked;
