/** The profiles of the exchange with partner regions: which columns a record has. */
@NullMarked
package xinglin.schemas.exchange.profile;

import org.jspecify.annotations.NullMarked;
