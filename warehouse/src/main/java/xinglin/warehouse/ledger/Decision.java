package xinglin.warehouse.ledger;

import java.time.Instant;

/**
 * A decision of a person, never changed.
 *
 * @param kind for example {@code waive}
 * @param body JSON
 */
public record Decision(long decisionId, Instant decidedAt, String kind, String body) {}
