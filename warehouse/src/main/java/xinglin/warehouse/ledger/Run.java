package xinglin.warehouse.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * One night.
 *
 * @param state running (or killed), done, failed
 * @param published path of the published folder, if the run published
 * @param result JSON as {@code nightly --json} prints it
 */
public record Run(
    String runId,
    Instant startedAt,
    Optional<Instant> endedAt,
    String state,
    Optional<String> published,
    Optional<String> result) {}
