/** The one long-lived process: channels and nights when they are due, health and metrics. */
@NullMarked
package xinglin.app.serve;

import org.jspecify.annotations.NullMarked;
