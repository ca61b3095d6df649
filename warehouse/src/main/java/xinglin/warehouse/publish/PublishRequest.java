package xinglin.warehouse.publish;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one publication is made from.
 *
 * @param run folder name below {@code published/}
 * @param date the day on which open windows end, Asia/Shanghai
 * @param files committed Parquet files by stored table; a table without files is empty
 * @param inputs identity of what is committed and decided: snapshot ids and state of the journal
 * @param definitions digest of the definition files
 * @param dimensions rows from definitions and decisions
 * @param keep how many runs stay, this one included
 * @param earlier what was published before; without it there are no revisions
 */
public record PublishRequest(
    String run,
    LocalDate date,
    Map<String, List<Path>> files,
    String inputs,
    String definitions,
    List<Dimension> dimensions,
    int keep,
    Optional<Earlier> earlier) {

  /** Of a publication that is compared with nothing. */
  public PublishRequest(
      String run,
      LocalDate date,
      Map<String, List<Path>> files,
      String inputs,
      String definitions,
      List<Dimension> dimensions,
      int keep) {
    this(run, date, files, inputs, definitions, dimensions, keep, Optional.empty());
  }

  public PublishRequest {
    files = Map.copyOf(files);
    dimensions = List.copyOf(dimensions);
    if (run.isEmpty()
        || run.startsWith(".")
        || run.contains("/")
        || run.equals("current")
        || run.equals("releases")) {
      throw new IllegalArgumentException("Cannot publish under this name: " + run);
    }
    if (keep < 1) {
      throw new IllegalArgumentException("Cannot keep fewer than one run: " + keep);
    }
  }
}
