/** The command line as a user sees it. */
@NullMarked
package xinglin.app.command;

import org.jspecify.annotations.NullMarked;
