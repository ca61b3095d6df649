/** What commands tell about the exchange with partner regions. */
@NullMarked
package xinglin.app.command.exchange;

import org.jspecify.annotations.NullMarked;
