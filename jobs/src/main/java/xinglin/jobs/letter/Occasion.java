package xinglin.jobs.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.finding.Language;

/**
 * To whom and how a letter goes.
 *
 * @param partner its receiver's name; empty if it is not known
 * @param office who writes
 * @param subject of the message that is answered; empty if it was a file
 * @param mail whether it goes by mail, so that it can be replied to
 * @param receiptName of the receipt that is enclosed
 * @param today of writing
 */
public record Occasion(
    Language language,
    String partner,
    String office,
    Optional<String> subject,
    boolean mail,
    List<Enclosed> copies,
    String receiptName,
    LocalDate today) {
  public Occasion {
    copies = List.copyOf(copies);
  }

  boolean isMarked(String deliveryId) {
    return copies.stream()
        .anyMatch(copy -> copy.deliveryId().equals(deliveryId) && !copy.tooLarge());
  }
}
