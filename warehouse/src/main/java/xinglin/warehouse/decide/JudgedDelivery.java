package xinglin.warehouse.decide;

import java.util.List;

/**
 * What became of a delivery.
 *
 * @param outcome loaded, duplicate, unrecognised, unsafe, no_attachment, quarantined
 * @param submissions in the order of the file
 */
public record JudgedDelivery(
    String deliveryId, String sha256, String outcome, List<JudgedSubmission> submissions) {
  public JudgedDelivery {
    submissions = List.copyOf(submissions);
  }
}
