/** OpenPGP behind the port that jobs declares: keys of this region and of its partners. */
@NullMarked
package xinglin.routes.openpgp;

import org.jspecify.annotations.NullMarked;
