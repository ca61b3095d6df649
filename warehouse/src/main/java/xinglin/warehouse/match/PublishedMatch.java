package xinglin.warehouse.match;

/**
 * Two parties as published, without anything personal.
 *
 * @param score from 0 to 1
 * @param standing joined, proposed, accepted, refused
 * @param reasons in Chinese
 */
public record PublishedMatch(
    String id,
    String score,
    String outcome,
    String standing,
    String reasons,
    Side left,
    Side right) {

  /**
   * One of the two, with one of its records.
   *
   * @param party id
   * @param document number of the decision, empty if not stated
   */
  public record Side(
      String party,
      String submissionId,
      int ordinal,
      String document,
      String authority,
      String date) {}
}
