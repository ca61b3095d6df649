/** What the operator of a home may set: {@code config/xinglin.yml} and {@code config/partners/}. */
@NullMarked
package xinglin.app.settings;

import org.jspecify.annotations.NullMarked;
