package xinglin.warehouse.raw;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;

/**
 * One delivery as stored: who sent which bytes when.
 *
 * @param deliveryId the same for the same arrival and bytes, whenever and in whatever order it is
 *     loaded
 * @param arrival its time cut to milliseconds
 * @param sha256 of the bytes, in hex
 */
public record Envelope(String deliveryId, Arrival arrival, String sha256, long bytes) {

  /** The order in which deliveries are judged, whatever the order they were loaded in. */
  public static final Comparator<Envelope> BY_RECEIPT =
      Comparator.comparing((Envelope envelope) -> envelope.arrival().receivedAt())
          .thenComparing(Envelope::deliveryId);

  public Envelope {
    Objects.requireNonNull(deliveryId);
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(arrival);
  }

  /** Computes the delivery id. */
  public static Envelope of(Arrival arrival, String sha256, long bytes) {
    Arrival cut =
        new Arrival(
            arrival.parentDeliveryId(),
            arrival.ordinal(),
            arrival.partner(),
            arrival.channel(),
            arrival.sender(),
            arrival.subject(),
            arrival.fileName(),
            arrival.receivedAt().truncatedTo(ChronoUnit.MILLIS),
            arrival.receivedBy());
    String identity =
        String.join(
            "|", cut.partner(), cut.channel(), cut.receivedAt().toString(), cut.fileName(), sha256);
    String place =
        cut.parentDeliveryId().map(parent -> parent + "|" + cut.ordinal() + "|").orElse("");
    return new Envelope(digest(place + identity).substring(0, 16), cut, sha256, bytes);
  }

  private static String digest(String text) {
    try {
      byte[] sha =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", e);
    }
  }
}
