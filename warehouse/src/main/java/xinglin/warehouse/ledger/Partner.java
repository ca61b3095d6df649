package xinglin.warehouse.ledger;

import java.time.Instant;

/** Somebody who has sent something. */
public record Partner(String partnerId, Instant firstSeen, Instant lastSeen, long deliveries) {}
