package xinglin.jobs.exchange.agreement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import xinglin.jobs.exchange.Refusal;
import xinglin.jobs.exchange.RefusedException;
import xinglin.jobs.exchange.pack.Manifest;
import xinglin.jobs.exchange.pack.ManifestCheck;

/**
 * Whether a package is for us, from whom it says, agreed upon, and of a possible time.
 *
 * @param own id of this region
 * @param agreement with the partner that signed it; unsealed, with the one whose channel it came by
 * @param channel region whose channel it came by, if that is a partner's
 * @param signedAt when it was signed; empty if it is not sealed
 */
public record AgreementCheck(
    String own,
    Optional<Agreement> agreement,
    Optional<String> channel,
    Optional<Instant> signedAt,
    Instant received)
    implements ManifestCheck {
  private static final Duration CLOCKS = Duration.ofDays(1);

  @Override
  public void check(Manifest manifest) throws RefusedException {
    if (!manifest.receiver().equals(own)) {
      throw new RefusedException(
          Refusal.RECEIVER_FOREIGN.issue().sent(manifest.receiver()).expecting(own));
    }
    String region = agreement.map(Agreement::region).orElse("");
    for (String expected : List.of(region, channel.orElse(region))) {
      if (!manifest.sender().equals(expected)) {
        throw new RefusedException(
            Refusal.SENDER_MISMATCH.issue().sent(manifest.sender()).expecting(expected));
      }
    }
    Optional<Reception> reception =
        agreement.flatMap(known -> Optional.ofNullable(known.receives().get(manifest.profile())));
    if (reception.isEmpty()) {
      throw Refusal.NOT_AGREED.of(manifest.profile());
    }
    if (!reception.get().identities().contains(manifest.identities().form())) {
      throw Refusal.NOT_AGREED.of(
          manifest.profile() + " · identities: " + manifest.identities().form().code());
    }
    time(manifest);
  }

  private void time(Manifest manifest) throws RefusedException {
    Instant latest = signedAt.filter(received::isAfter).orElse(received).plus(CLOCKS);
    if (manifest.created().toInstant().isAfter(latest)) {
      throw wrong(
          manifest.created().toString(),
          "晚于签名或收到时间",
          "it is later than the signature or the receipt");
    }
    if (manifest.to().isBefore(manifest.from())) {
      throw wrong(
          manifest.from() + " – " + manifest.to(), "止日早于起日", "the period ends before it starts");
    }
  }

  private static RefusedException wrong(String sent, String zh, String en) {
    return new RefusedException(
        Refusal.TIME_WRONG.issue().sent(sent).with("reason", zh).with("reason_en", en));
  }
}
