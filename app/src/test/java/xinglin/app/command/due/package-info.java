@NullMarked
package xinglin.app.command.due;

import org.jspecify.annotations.NullMarked;
