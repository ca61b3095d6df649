package xinglin.routes.openpgp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import xinglin.jobs.exchange.seal.SealingException;

/**
 * A public key with its subkeys. A subkey counts only if the primary key vouches for it, says what
 * it is for, and did not revoke it.
 */
final class Certificate {
  private static final int SHORTEST_RSA = 3072;
  private static final Set<Integer> ELLIPTIC =
      Set.of(
          PublicKeyAlgorithmTags.EDDSA_LEGACY,
          PublicKeyAlgorithmTags.Ed25519,
          PublicKeyAlgorithmTags.X25519,
          PublicKeyAlgorithmTags.ECDH);

  private final PGPPublicKeyRing ring;

  Certificate(PGPPublicKeyRing ring) {
    this.ring = ring;
  }

  /**
   * Reads a file with one certificate.
   *
   * @throws SealingException if it holds none, or several
   */
  static Certificate read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      BcPGPPublicKeyRingCollection rings =
          new BcPGPPublicKeyRingCollection(PGPUtil.getDecoderStream(in));
      Iterator<PGPPublicKeyRing> all = rings.getKeyRings();
      if (!all.hasNext() || rings.size() != 1) {
        throw new SealingException(
            SealingException.Problem.KEY_UNREADABLE, file, "it must hold exactly one public key");
      }
      return new Certificate(all.next());
    } catch (IOException | PGPException | RuntimeException e) {
      if (e instanceof SealingException known) {
        throw known;
      }
      throw new SealingException(
          SealingException.Problem.KEY_UNREADABLE, file, String.valueOf(e.getMessage()));
    }
  }

  /** Fingerprint of the primary key: what people compare. */
  String fingerprint() {
    return fingerprint(ring.getPublicKey());
  }

  static String fingerprint(PGPPublicKey key) {
    return HexFormat.of().formatHex(key.getFingerprint()).toUpperCase(Locale.ROOT);
  }

  /** Whose it says it is. */
  String userId() {
    Iterator<String> ids = ring.getPublicKey().getUserIDs();
    return ids.hasNext() ? ids.next() : "";
  }

  /** The key of this id if it may sign, whether or not it is valid now. */
  Optional<PGPPublicKey> findSigning(long keyId) {
    return Optional.ofNullable(ring.getPublicKey(keyId))
        .filter(key -> isBound(key) && (flags(key) & KeyFlags.SIGN_DATA) != 0);
  }

  /** The newest key that may sign at a time. */
  Optional<PGPPublicKey> findSigning(Instant at) {
    return newest(KeyFlags.SIGN_DATA, at);
  }

  /** The newest key to encrypt to at a time. */
  Optional<PGPPublicKey> findEncrypting(Instant at) {
    return newest(KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE, at);
  }

  private Optional<PGPPublicKey> newest(int purpose, Instant at) {
    Optional<PGPPublicKey> newest = Optional.empty();
    for (PGPPublicKey key : ring) {
      boolean fits = isBound(key) && (flags(key) & purpose) != 0 && isAlive(key, at);
      if (fits
          && isStrong(key)
          && (newest.isEmpty() || key.getCreationTime().after(newest.get().getCreationTime()))) {
        newest = Optional.of(key);
      }
    }
    return newest;
  }

  /** Whether primary key and key themselves say that they are valid at a time. */
  boolean isAlive(PGPPublicKey key, Instant at) {
    return alive(ring.getPublicKey(), at) && alive(key, at);
  }

  private static boolean alive(PGPPublicKey key, Instant at) {
    Instant made = key.getCreationTime().toInstant();
    long seconds = key.getValidSeconds();
    boolean ended = seconds > 0 && at.isAfter(made.plusSeconds(seconds));
    return !key.hasRevocation() && !at.isBefore(made) && !ended;
  }

  /** Whether its algorithm is one of the suite. */
  static boolean isStrong(PGPPublicKey key) {
    boolean rsa =
        key.getAlgorithm() == PublicKeyAlgorithmTags.RSA_GENERAL
            || key.getAlgorithm() == PublicKeyAlgorithmTags.RSA_SIGN
            || key.getAlgorithm() == PublicKeyAlgorithmTags.RSA_ENCRYPT;
    return rsa ? key.getBitStrength() >= SHORTEST_RSA : ELLIPTIC.contains(key.getAlgorithm());
  }

  private boolean isBound(PGPPublicKey key) {
    return key.isMasterKey() || binding(key).isPresent();
  }

  private Optional<PGPSignature> binding(PGPPublicKey key) {
    Optional<PGPSignature> newest = Optional.empty();
    Iterator<PGPSignature> signatures = key.getSignaturesOfType(PGPSignature.SUBKEY_BINDING);
    while (signatures.hasNext()) {
      PGPSignature signature = signatures.next();
      if (verifies(signature, key)
          && (newest.isEmpty()
              || signature.getCreationTime().after(newest.get().getCreationTime()))) {
        newest = Optional.of(signature);
      }
    }
    return newest;
  }

  private boolean verifies(PGPSignature signature, PGPPublicKey key) {
    try {
      signature.init(new BcPGPContentVerifierBuilderProvider(), ring.getPublicKey());
      return signature.verifyCertification(ring.getPublicKey(), key);
    } catch (PGPException | RuntimeException e) {
      return false;
    }
  }

  /** What it is for; a primary key without a word on it may do what its algorithm can. */
  private int flags(PGPPublicKey key) {
    Optional<PGPSignature> source = key.isMasterKey() ? selfSignature(key) : binding(key);
    int stated =
        source
            .filter(PGPSignature::hasSubpackets)
            .map(signature -> signature.getHashedSubPackets().getKeyFlags())
            .orElse(0);
    return stated != 0 || !key.isMasterKey() ? stated : KeyFlags.SIGN_DATA;
  }

  private static Optional<PGPSignature> selfSignature(PGPPublicKey primary) {
    Optional<PGPSignature> newest = Optional.empty();
    Iterator<PGPSignature> signatures = primary.getSignatures();
    while (signatures.hasNext()) {
      PGPSignature signature = signatures.next();
      boolean own =
          signature.getKeyID() == primary.getKeyID()
              && (signature.isCertification()
                  || signature.getSignatureType() == PGPSignature.DIRECT_KEY);
      if (own
          && (newest.isEmpty()
              || signature.getCreationTime().after(newest.get().getCreationTime()))) {
        newest = Optional.of(signature);
      }
    }
    return newest;
  }
}
