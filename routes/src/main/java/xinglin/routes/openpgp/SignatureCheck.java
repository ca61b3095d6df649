package xinglin.routes.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import xinglin.jobs.exchange.Refusal;
import xinglin.jobs.exchange.RefusedException;
import xinglin.jobs.exchange.seal.Signer;
import xinglin.warehouse.failure.DeliveryException;

/** Whether a signature that fits its bytes counts: whose key, with what, and when. */
final class SignatureCheck {
  private static final Set<Integer> HASHES =
      Set.of(HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA384, HashAlgorithmTags.SHA512);

  private final KeyRing keys;
  private final Instant received;

  SignatureCheck(KeyRing keys, Instant received) {
    this.keys = keys;
    this.received = received;
  }

  /** The key that a signature names; refuses the package if nobody has it. */
  KeyRing.SigningKey key(long keyId) throws RefusedException {
    return keys.findSigning(keyId).orElseThrow(() -> Refusal.SIGNER_UNKNOWN.of(shown(keyId)));
  }

  /** A detached signature. */
  Signer verify(byte[] text, byte[] armoured) throws RefusedException {
    try {
      Object first =
          new BcPGPObjectFactory(PGPUtil.getDecoderStream(new ByteArrayInputStream(armoured)))
              .nextObject();
      if (!(first instanceof PGPSignatureList list) || list.isEmpty()) {
        throw Refusal.SIGNATURE_MISSING.plain();
      }
      PGPSignature signature = list.get(0);
      KeyRing.SigningKey key = key(signature.getKeyID());
      signature.init(new BcPGPContentVerifierBuilderProvider(), key.key());
      signature.update(text);
      return counts(signature, key, signature.verify());
    } catch (IOException | PGPException | RuntimeException e) {
      if (e instanceof DeliveryException ours) {
        throw ours;
      }
      throw Refusal.SIGNATURE_WRONG.plain();
    }
  }

  /**
   * @param fits whether it was made over these bytes with this key
   */
  Signer counts(PGPSignature signature, KeyRing.SigningKey key, boolean fits)
      throws RefusedException {
    if (!fits || signature.getSignatureType() != PGPSignature.BINARY_DOCUMENT) {
      throw Refusal.SIGNATURE_WRONG.plain();
    }
    Instant made = signature.getCreationTime().toInstant();
    Term term = key.owner().term();
    if (!term.covers(made)
        || !term.countsAt(received)
        || !key.owner().certificate().isAlive(key.key(), made)) {
      throw new RefusedException(
          Refusal.KEY_NOT_VALID.issue().sent(shown(key.key().getKeyID())).expecting(term.text()));
    }
    Optional<String> weak = weakness(signature, key);
    if (weak.isPresent()) {
      throw Refusal.ALGORITHM_REFUSED.of(weak.get());
    }
    return new Signer(key.owner().partner(), key.owner().certificate().fingerprint(), made);
  }

  private static Optional<String> weakness(PGPSignature signature, KeyRing.SigningKey key) {
    if (!HASHES.contains(signature.getHashAlgorithm())) {
      return Optional.of("hash " + signature.getHashAlgorithm());
    }
    return Certificate.isStrong(key.key())
        ? Optional.empty()
        : Optional.of("key algorithm " + key.key().getAlgorithm());
  }

  private static String shown(long keyId) {
    return String.format(Locale.ROOT, "%016X", keyId);
  }
}
