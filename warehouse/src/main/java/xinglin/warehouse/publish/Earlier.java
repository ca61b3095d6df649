package xinglin.warehouse.publish;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was published before, for the revisions of indicators.
 *
 * @param number of the publication that is being made
 * @param now when it is made
 * @param changes values that earlier publications were the first to say, as texts by column
 * @param last the publication before, if there was one
 * @param file of the publication that readers see now, if it is there
 */
public record Earlier(
    long number,
    Instant now,
    List<Map<String, String>> changes,
    Optional<Last> last,
    Optional<Path> file) {
  public Earlier {
    changes = List.copyOf(changes);
  }

  /**
   * The publication before.
   *
   * @param rules digest of the definitions and statements it was made by
   */
  public record Last(LocalDate date, String rules) {}
}
