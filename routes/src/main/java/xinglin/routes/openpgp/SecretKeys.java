package xinglin.routes.openpgp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPSecretKeyRing;
import org.bouncycastle.openpgp.operator.PBESecretKeyDecryptor;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import xinglin.jobs.exchange.seal.SealingException;
import xinglin.routes.partner.Secret;

/** One of this region's keys with its secret parts. Prints no secrets. */
final class SecretKeys {
  private final Path file;
  private final PGPSecretKeyRing ring;
  private final Certificate certificate;
  private final char[] passphrase;
  private final Map<Long, PGPPrivateKey> unlocked = new HashMap<>();

  private SecretKeys(Path file, PGPSecretKeyRing ring, char[] passphrase) {
    this.file = file;
    this.ring = ring;
    this.passphrase = passphrase;
    List<PGPPublicKey> publics = new ArrayList<>();
    ring.getPublicKeys().forEachRemaining(publics::add);
    this.certificate = new Certificate(new PGPPublicKeyRing(publics));
  }

  /** A public key with its secret. */
  record Pair(PGPPublicKey open, PGPPrivateKey secret) {}

  /**
   * @throws SealingException if the file holds no secret key
   * @throws xinglin.routes.partner.ChannelException if file or passphrase are not there, or open to
   *     others
   */
  static SecretKeys read(OwnKey key, Map<String, String> environment) {
    Path file = key.file().file();
    String passphrase = key.passphrase().map((Secret from) -> from.read(environment)).orElse("");
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return new SecretKeys(
          file, new BcPGPSecretKeyRing(PGPUtil.getDecoderStream(in)), passphrase.toCharArray());
    } catch (IOException | PGPException | RuntimeException e) {
      throw new SealingException(
          SealingException.Problem.KEY_UNREADABLE, file, "it must hold one secret key");
    }
  }

  String fingerprint() {
    return certificate.fingerprint();
  }

  Optional<Pair> findSigning(Instant at) {
    return certificate
        .findSigning(at)
        .map(key -> new Pair(key, secret(key.getKeyID()).orElseThrow()));
  }

  /** All ids under which something may be encrypted to it. */
  List<Long> ids() {
    List<Long> ids = new ArrayList<>();
    ring.getSecretKeys().forEachRemaining(key -> ids.add(key.getKeyID()));
    return ids;
  }

  /** The secret key of an id, unlocked. */
  synchronized Optional<PGPPrivateKey> secret(long keyId) {
    PGPSecretKey key = ring.getSecretKey(keyId);
    if (key == null || key.isPrivateKeyEmpty()) {
      return Optional.empty();
    }
    return Optional.of(unlocked.computeIfAbsent(keyId, id -> unlock(key)));
  }

  private PGPPrivateKey unlock(PGPSecretKey key) {
    try {
      PBESecretKeyDecryptor decryptor =
          new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(passphrase);
      return key.extractPrivateKey(decryptor);
    } catch (PGPException | RuntimeException e) {
      throw new SealingException(SealingException.Problem.PASSPHRASE_WRONG, file);
    }
  }
}
