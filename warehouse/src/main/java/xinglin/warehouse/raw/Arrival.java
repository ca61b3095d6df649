package xinglin.warehouse.raw;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a channel knows about a delivery besides its bytes.
 *
 * @param parentDeliveryId the message or archive it came in
 * @param ordinal position within its parent, from 0
 * @param partner registered sender, {@code local} if unknown
 * @param channel for example {@code inbox}
 * @param sender address as written; personal
 * @param subject of a mail; personal
 * @param fileName as sent; personal
 * @param receivedBy name of the server that took a message and whose word about its sender counts
 */
public record Arrival(
    Optional<String> parentDeliveryId,
    int ordinal,
    String partner,
    String channel,
    Optional<String> sender,
    Optional<String> subject,
    String fileName,
    Instant receivedAt,
    Optional<String> receivedBy) {

  public Arrival {
    Objects.requireNonNull(parentDeliveryId);
    Objects.requireNonNull(partner);
    Objects.requireNonNull(channel);
    Objects.requireNonNull(sender);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(fileName);
    Objects.requireNonNull(receivedAt);
    Objects.requireNonNull(receivedBy);
  }

  /** Of which no server's word counts. */
  public Arrival(
      Optional<String> parentDeliveryId,
      int ordinal,
      String partner,
      String channel,
      Optional<String> sender,
      Optional<String> subject,
      String fileName,
      Instant receivedAt) {
    this(
        parentDeliveryId,
        ordinal,
        partner,
        channel,
        sender,
        subject,
        fileName,
        receivedAt,
        Optional.empty());
  }

  /** A file from a folder. */
  public static Arrival ofFile(
      String partner, String channel, String fileName, Instant receivedAt) {
    return ofMessage(partner, channel, Optional.empty(), fileName, receivedAt, Optional.empty());
  }

  /** A message from a mailbox, whose own address will tell whom it is from. */
  public static Arrival ofMessage(
      String partner,
      String channel,
      Optional<String> sender,
      String fileName,
      Instant receivedAt,
      Optional<String> receivedBy) {
    return new Arrival(
        Optional.empty(),
        0,
        partner,
        channel,
        sender,
        Optional.empty(),
        fileName,
        receivedAt,
        receivedBy);
  }

  /** The same arrival, of whom it turned out to be. */
  public Arrival from(
      String actualPartner, Optional<String> actualSender, Optional<String> actualSubject) {
    return new Arrival(
        parentDeliveryId,
        ordinal,
        actualPartner,
        channel,
        actualSender,
        actualSubject,
        fileName,
        receivedAt,
        receivedBy);
  }

  /** Domain of the sender's address, in lower case; not personal. */
  public Optional<String> senderDomain() {
    return sender
        .map(text -> text.substring(text.lastIndexOf('@') + 1))
        .map(text -> text.replaceAll("[>\\s].*$", "").toLowerCase(java.util.Locale.ROOT))
        .filter(text -> sender.get().indexOf('@') >= 0 && !text.isEmpty());
  }
}
