package xinglin.warehouse.decide;

import java.util.List;

/**
 * What became of a delivery.
 *
 * @param rootId the delivery that it arrived in, its own id if it arrived by itself
 * @param outcome loaded, duplicate, unrecognised, unsafe, no_attachment, quarantined
 * @param submissions in the order of the file
 */
public record JudgedDelivery(
    String deliveryId,
    String rootId,
    String sha256,
    String outcome,
    List<JudgedSubmission> submissions) {
  public JudgedDelivery {
    submissions = List.copyOf(submissions);
  }

  /** Whether it arrived by itself. */
  public boolean isRoot() {
    return deliveryId.equals(rootId);
  }
}
