package xinglin.jobs.release;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody wants frozen.
 *
 * @param name letters, digits, hyphens, underscores and dots
 * @param embargo until when nobody should quote it
 */
public record ReleaseRequest(
    String name, Optional<Instant> embargo, String reason, String by, Instant at) {}
