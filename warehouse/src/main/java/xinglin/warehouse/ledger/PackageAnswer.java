package xinglin.warehouse.ledger;

import java.time.Instant;

/**
 * One of the four answers to a package, as it was signed.
 *
 * @param kind stored, understood, judged, published
 * @param text JSON, byte for byte
 * @param signature detached, armoured
 */
public record PackageAnswer(
    String packageId, String kind, Instant at, String text, String signature) {}
