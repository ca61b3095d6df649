package xinglin.jobs.release;

import java.time.Instant;
import java.util.Optional;

/**
 * One frozen publication, as the journal knows it.
 *
 * @param run that was frozen
 * @param digest of everything the run was made from
 * @param embargo until when nobody should quote it
 * @param seal SHA-256 of the list of its files' digests
 */
public record Release(
    String name,
    String run,
    String digest,
    Instant releasedAt,
    Optional<Instant> embargo,
    String reason,
    String by,
    String seal) {

  /** Whether it may not be quoted yet. */
  public boolean isEmbargoed(Instant now) {
    return embargo.isPresent() && now.isBefore(embargo.get());
  }
}
