package xinglin.warehouse.home;

import java.time.Instant;
import java.util.Optional;

/**
 * Who holds a lock of a home, as it wrote itself down.
 *
 * @param process id
 * @param note what else it said about itself; empty if nothing
 */
public record LockHolder(long process, String note) {

  /** When the process started, as far as the system tells. */
  public Optional<Instant> startedAt() {
    return ProcessHandle.of(process).flatMap(known -> known.info().startInstant());
  }

  static Optional<LockHolder> read(String text) {
    String[] parts = text.strip().split(" ", 2);
    return parts[0].matches("[0-9]{1,18}")
        ? Optional.of(new LockHolder(Long.parseLong(parts[0]), parts.length > 1 ? parts[1] : ""))
        : Optional.empty();
  }

  String text() {
    return (process + " " + note).strip() + "\n";
  }
}
