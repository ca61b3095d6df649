/** Commands about those who send and receive: who they are, whether their channels work. */
@NullMarked
package xinglin.app.command.partner;

import org.jspecify.annotations.NullMarked;
