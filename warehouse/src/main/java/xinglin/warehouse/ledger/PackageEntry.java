package xinglin.warehouse.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A package of the exchange as the ledger knows it.
 *
 * @param packageId delivery that it arrived as, or came inside; for one of ours its name
 * @param name of the file without {@code .zip} and what follows
 * @param fileSha256 of the file as it arrived or was sent
 * @param receivedAt when it arrived, or was made
 * @param content what its manifest says; empty if nothing of it is proven
 * @param code why it is refused
 * @param issue the refusal with all that its sentence names, JSON
 * @param turnAt when it was its turn, see {@code jobs.exchange.stream}; of one of ours the day of
 *     the agreed rhythm that it serves, empty if it only brings changes
 * @param sameAs the package that it repeats
 * @param dataId delivery of its data part
 * @param runId that decided about it
 */
public record PackageEntry(
    String packageId,
    Direction direction,
    String partnerId,
    String name,
    String fileSha256,
    long bytes,
    Instant receivedAt,
    State state,
    Optional<Content> content,
    Optional<String> code,
    Optional<String> issue,
    Optional<Instant> turnAt,
    Optional<String> sameAs,
    Optional<String> dataId,
    Optional<String> runId) {

  /** Whether we got it or made it. */
  public enum Direction {
    IN,
    OUT;

    /** As the ledger writes it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far it has come. */
  public enum State {
    WAITING,
    UNDERSTOOD,
    REPEATED,
    REFUSED,
    JUDGED,
    PUBLISHED,
    SEALED,
    SENT;

    /** As the ledger writes it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its number in the stream is used up by it. */
    public boolean isUnderstood() {
      return this == UNDERSTOOD || this == JUDGED || this == PUBLISHED;
    }
  }

  /**
   * What a manifest says.
   *
   * @param manifest its text
   */
  public record Content(
      String sender,
      String receiver,
      String profile,
      int sequence,
      String digest,
      Optional<String> previous,
      String manifest) {}

  /** The same, further on. */
  public PackageEntry in(State next) {
    return new PackageEntry(
        packageId,
        direction,
        partnerId,
        name,
        fileSha256,
        bytes,
        receivedAt,
        next,
        content,
        code,
        issue,
        turnAt,
        sameAs,
        dataId,
        runId);
  }
}
