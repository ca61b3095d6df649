/** Who is late or missing, for {@code status}. */
@NullMarked
package xinglin.app.command.due;

import org.jspecify.annotations.NullMarked;
