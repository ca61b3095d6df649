package xinglin.jobs.exchange.returned;

import java.time.Instant;
import java.util.Optional;
import xinglin.jobs.exchange.RefusedException;
import xinglin.jobs.exchange.agreement.Agreement;
import xinglin.jobs.exchange.agreement.Agreements;
import xinglin.jobs.exchange.seal.Sealing;
import xinglin.jobs.exchange.seal.Signer;

/** Proves which region signed a text, and that it is between that region and this one. */
final class ReturnSender {
  private final Sealing sealing;
  private final Agreements agreements;
  private final Optional<String> channel;

  /**
   * @param partner whose channel it came by; may be nobody known
   */
  ReturnSender(Sealing sealing, Agreements agreements, String partner) {
    this.sealing = sealing;
    this.agreements = agreements;
    this.channel = agreements.findByPartner(partner).map(Agreement::region);
  }

  /**
   * The text, proven.
   *
   * @param received when it came; what a later signed text vouches for may have any age
   */
  SignedText verify(byte[] text, byte[] signature, Instant received, String protocol)
      throws RefusedException {
    Signer signer = sealing.verify(text, signature, received);
    SignedText read = SignedText.read(text, protocol);
    String region = agreements.findByPartner(signer.partner()).map(Agreement::region).orElse("");
    String from = read.word("from");
    if (!from.equals(region) || !from.equals(channel.orElse(from))) {
      throw Fault.RETURN_FOREIGN.of(from);
    }
    if (!agreements.own().equals(Optional.of(read.word("to")))) {
      throw Fault.RETURN_FOREIGN.of(read.word("to"));
    }
    return read;
  }

  /** The agreement with a region that was proven. */
  Agreement agreement(String region) {
    return agreements.all().stream()
        .filter(one -> one.region().equals(region))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Cannot find the agreement with " + region));
  }
}
