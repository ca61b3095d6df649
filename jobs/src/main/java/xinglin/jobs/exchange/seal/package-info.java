/** The port behind which packages are signed, encrypted, decrypted and verified. */
@NullMarked
package xinglin.jobs.exchange.seal;

import org.jspecify.annotations.NullMarked;
