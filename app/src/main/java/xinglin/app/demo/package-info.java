/** The home of the demo, made from {@code examples/}. */
@NullMarked
package xinglin.app.demo;

import org.jspecify.annotations.NullMarked;
