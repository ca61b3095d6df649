package xinglin.jobs.waive;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.warehouse.query.PublishedQuery;
import xinglin.warehouse.query.Row;

/**
 * What the publication made of waivers.
 *
 * @param standing by waiver: it may not know the latest
 * @param left errors that do not pass, of submissions with waivers
 */
record PublishedWaivers(Map<String, Standing> standing, List<WaivableError> left) {

  /**
   * One waiver and its submission.
   *
   * @param verdict of the submission; empty if it is replaced, or not there
   * @param isWaived whether any error of the submission passes
   */
  record Standing(boolean isWithdrawn, boolean holds, Optional<String> verdict, boolean isWaived) {
    boolean counts() {
      return verdict.filter(word -> word.startsWith("accepted")).isPresent();
    }
  }

  PublishedWaivers {
    standing = Map.copyOf(standing);
    left = List.copyOf(left);
  }

  /**
   * @throws xinglin.warehouse.query.QueryException if nothing is published, or by another version
   */
  static PublishedWaivers of(Path published) {
    Map<String, Standing> standing = new HashMap<>();
    try (PublishedQuery query = PublishedQuery.current(published, Optional.empty())) {
      for (Row row : query.rows("waiver/standing.sql", List.of())) {
        standing.put(
            row.text("waiver_id"),
            new Standing(
                is(row, "is_withdrawn"),
                is(row, "holds"),
                row.find("verdict"),
                is(row, "is_waived")));
      }
      List<WaivableError> left =
          query.rows("waiver/left.sql", List.of()).stream()
              .map(
                  row ->
                      new WaivableError(
                          row.text("submission_id"),
                          row.text("code"),
                          new Waiver.Place(row.text("sheet"), row.text("cell"))))
              .toList();
      return new PublishedWaivers(standing, left);
    }
  }

  private static boolean is(Row row, String column) {
    return row.text(column).equals("true");
  }
}
