package xinglin.jobs.waive;

import java.nio.file.Path;
import java.util.List;
import xinglin.warehouse.query.PublishedErrors;

/** What may be let pass: errors of submissions with a form, as published now. */
public final class WaivableErrors {
  private WaivableErrors() {}

  /**
   * The errors of a submission in reading order; empty if it has none or is not published.
   *
   * @param published folder {@code published} of a home
   * @throws xinglin.warehouse.query.QueryException if nothing is published yet
   */
  public static List<WaivableError> of(Path published, String submissionId) {
    return PublishedErrors.of(published, submissionId).stream()
        .map(
            error ->
                new WaivableError(
                    submissionId, error.code(), new Waiver.Place(error.sheet(), error.cell())))
        .toList();
  }
}
