package xinglin.jobs.exchange.seal;

import java.time.Instant;

/**
 * Who signed, proven.
 *
 * @param partner id of the partner in this home whose key it is
 * @param fingerprint of the key, hex
 * @param signedAt when, as the signature says
 */
public record Signer(String partner, String fingerprint, Instant signedAt) {}
