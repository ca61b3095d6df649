/** Commands of whoever keeps a home running. */
@NullMarked
package xinglin.app.command.operation;

import org.jspecify.annotations.NullMarked;
