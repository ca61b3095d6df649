package xinglin.warehouse.publish;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/**
 * One published run, as {@code run.json} beside the file says.
 *
 * @param folder {@code published/<run>}
 * @param digest of everything it was made from: the same digest, the same rows
 * @param rows rows by table; tables of schema history as {@code history.<table>}
 * @param isNew false if nothing had changed and the former publication stays
 */
public record Publication(
    String run, Path folder, LocalDate date, String digest, Map<String, Long> rows, boolean isNew) {

  /** Name of the DuckDB file in a run's folder. */
  public static final String FILE = "xinglin.duckdb";

  public Publication {
    rows = Map.copyOf(rows);
  }

  public Path file() {
    return folder.resolve(FILE);
  }
}
