package xinglin.routes.openpgp;

import java.util.Optional;
import xinglin.routes.partner.Secret;

/**
 * A secret key of this region.
 *
 * @param file reference to a file that only its owner may read
 * @param passphrase reference; empty if the key has none
 */
public record OwnKey(Secret file, Optional<Secret> passphrase, Term term) {}
