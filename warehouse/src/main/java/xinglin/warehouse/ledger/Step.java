package xinglin.warehouse.ledger;

import java.time.Instant;

/**
 * What one step of a run did.
 *
 * @param result JSON
 */
public record Step(String name, Instant startedAt, Instant endedAt, String result) {}
