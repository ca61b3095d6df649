/** Nights whose files come by mail and whose answers go out. */
@NullMarked
package xinglin.app.night.mail;

import org.jspecify.annotations.NullMarked;
