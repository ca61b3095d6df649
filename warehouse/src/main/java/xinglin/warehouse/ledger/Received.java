package xinglin.warehouse.ledger;

/** How much arrived, what came inside something else not counted. */
public record Received(long deliveries, long bytes) {}
