package xinglin.warehouse.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * An answer on its way: prepared once, sent at least once, always the same bytes under the same
 * name.
 *
 * @param parcelId stable, {@code <delivery_id>.answer}
 * @param channelId by which it leaves, for example {@code office/smtp}; empty if there is none
 * @param target mail address, or empty where the channel says where; personal
 * @param messageId of a mail
 * @param path of the prepared bytes, relative to the home: a file, or a folder of files
 * @param sha256 of the prepared bytes
 * @param nextAt when it is tried next; empty if it waits for somebody, or is done
 * @param problem code of what was wrong when it was last tried, or why it is kept
 * @param details JSON list of what the sentence about it names
 */
public record Parcel(
    String parcelId,
    String deliveryId,
    String partnerId,
    Way way,
    String channelId,
    String target,
    Optional<String> messageId,
    String path,
    String sha256,
    long bytes,
    State state,
    int attempts,
    Instant createdAt,
    Optional<Instant> nextAt,
    Optional<String> problem,
    String details,
    Optional<Instant> sentAt) {

  /** How it travels. */
  public enum Way {
    MAIL,
    SFTP,
    FOLDER,
    /** Nobody said how: it stays where it is. */
    NONE
  }

  /** How far it has come. */
  public enum State {
    WAITING,
    SENT,
    /** Somebody has to look; with a next time it is still tried. */
    STUCK,
    /** Stays in the outbox: there is no way to its receiver. */
    KEPT
  }

  /** A parcel that waits to be sent. */
  public static Parcel waiting(
      String parcelId,
      String deliveryId,
      String partnerId,
      Way way,
      String channelId,
      String target,
      Optional<String> messageId,
      Prepared prepared,
      Instant now) {
    return new Parcel(
        parcelId,
        deliveryId,
        partnerId,
        way,
        channelId,
        target,
        messageId,
        prepared.path(),
        prepared.sha256(),
        prepared.bytes(),
        State.WAITING,
        0,
        now,
        Optional.of(now),
        Optional.empty(),
        "[]",
        Optional.empty());
  }

  /** A parcel that stays in the outbox, and why. */
  public static Parcel kept(
      String parcelId, String deliveryId, String partnerId, String reason, Instant now) {
    return new Parcel(
        parcelId,
        deliveryId,
        partnerId,
        Way.NONE,
        "",
        "",
        Optional.empty(),
        "",
        "",
        0,
        State.KEPT,
        0,
        now,
        Optional.empty(),
        Optional.of(reason),
        "[]",
        Optional.empty());
  }

  /** The bytes that are sent, as they lie in the outbox. */
  public record Prepared(String path, String sha256, long bytes) {}
}
