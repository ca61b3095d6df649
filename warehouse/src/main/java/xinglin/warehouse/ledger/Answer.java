package xinglin.warehouse.ledger;

import java.time.Instant;

/**
 * An answer in the outbox.
 *
 * @param answerId stable: made again it is the same, by which its receiver recognises a repeat
 * @param kind for example {@code receipt} or {@code marked_copy}
 * @param path relative to the home
 */
public record Answer(
    String answerId, String deliveryId, String kind, String path, Instant createdAt) {}
