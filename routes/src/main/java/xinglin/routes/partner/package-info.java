/** How partners are reached: channels, secrets, host keys; what can be wrong with them. */
@NullMarked
package xinglin.routes.partner;

import org.jspecify.annotations.NullMarked;
