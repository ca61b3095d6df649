package xinglin.routes.openpgp;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A public key of a partner, as its YAML names it.
 *
 * @param partner id of the partner in this home
 * @param file certificate, armoured or binary
 * @param fingerprint that the YAML vouches for; else an operator accepted it with {@code partner
 *     trust-key}
 */
public record PartnerKey(String partner, Path file, Term term, Optional<String> fingerprint) {}
