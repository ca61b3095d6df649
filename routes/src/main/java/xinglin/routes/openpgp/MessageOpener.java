package xinglin.routes.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPMarker;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import xinglin.jobs.exchange.Refusal;
import xinglin.jobs.exchange.RefusedException;
import xinglin.jobs.exchange.pack.PackageLimits;
import xinglin.jobs.exchange.seal.Signer;
import xinglin.jobs.unpack.StoredInput;
import xinglin.warehouse.failure.DeliveryException;

/** Opens one message: decrypts, copies, and verifies when everything was read. For one use. */
final class MessageOpener {
  private static final int BLOCK = 1 << 16;
  private static final long ANONYMOUS = 0;
  private static final Set<Integer> CIPHERS =
      Set.of(
          SymmetricKeyAlgorithmTags.AES_128,
          SymmetricKeyAlgorithmTags.AES_192,
          SymmetricKeyAlgorithmTags.AES_256);

  private final KeyRing keys;
  private final SignatureCheck check;
  private final long most;

  MessageOpener(KeyRing keys, Instant received, long most) {
    this.keys = keys;
    this.check = new SignatureCheck(keys, received);
    this.most = most;
  }

  Signer open(Path sealed, OutputStream out) throws RefusedException, IOException {
    try (InputStream in = new StoredInput(sealed, 0)) {
      return decrypt(encrypted(in), out);
    }
  }

  private static PGPEncryptedDataList encrypted(InputStream in) throws RefusedException {
    try {
      BcPGPObjectFactory packets = new BcPGPObjectFactory(PGPUtil.getDecoderStream(in));
      Object first = packets.nextObject();
      if (first instanceof PGPMarker) {
        first = packets.nextObject();
      }
      if (first instanceof PGPEncryptedDataList list) {
        return list;
      }
    } catch (IOException | RuntimeException e) {
      rethrowOurs(e);
    }
    throw Refusal.SEAL_MISSING.plain();
  }

  private Signer decrypt(PGPEncryptedDataList list, OutputStream out) throws RefusedException {
    for (PGPEncryptedData one : list) {
      if (one instanceof PGPPublicKeyEncryptedData data) {
        Optional<PGPPrivateKey> secret = secret(data);
        if (secret.isPresent()) {
          if (!data.isIntegrityProtected()) {
            throw Refusal.ALGORITHM_REFUSED.of("encryption without integrity protection");
          }
          return decrypt(data, secret.get(), out);
        }
      }
    }
    throw Refusal.NOT_DECRYPTED.plain();
  }

  /** Our key that the message names; for one that names none, the first that fits. */
  private Optional<PGPPrivateKey> secret(PGPPublicKeyEncryptedData data) {
    for (SecretKeys key : keys.secrets()) {
      if (data.getKeyID() != ANONYMOUS) {
        Optional<PGPPrivateKey> found = key.secret(data.getKeyID());
        if (found.isPresent()) {
          return found;
        }
        continue;
      }
      for (long id : key.ids()) {
        Optional<PGPPrivateKey> candidate = key.secret(id).filter(secret -> fits(data, secret));
        if (candidate.isPresent()) {
          return candidate;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean fits(PGPPublicKeyEncryptedData data, PGPPrivateKey secret) {
    try {
      return data.getSessionKey(new BcPublicKeyDataDecryptorFactory(secret)) != null;
    } catch (PGPException | RuntimeException e) {
      return false;
    }
  }

  private Signer decrypt(PGPPublicKeyEncryptedData data, PGPPrivateKey secret, OutputStream out)
      throws RefusedException {
    try {
      BcPublicKeyDataDecryptorFactory decryptor = new BcPublicKeyDataDecryptorFactory(secret);
      if (data.getVersion() == 1 && !CIPHERS.contains(data.getSymmetricAlgorithm(decryptor))) {
        throw Refusal.ALGORITHM_REFUSED.of("cipher " + data.getSymmetricAlgorithm(decryptor));
      }
      InputStream clear = data.getDataStream(decryptor);
      Signed signed = signed(new BcPGPObjectFactory(clear), out);
      clear.transferTo(OutputStream.nullOutputStream());
      if (!data.verify()) {
        throw Refusal.NOT_DECRYPTED.plain();
      }
      return signed.signer();
    } catch (IOException | PGPException | RuntimeException e) {
      rethrowOurs(e);
      throw Refusal.NOT_DECRYPTED.plain();
    }
  }

  /** What is known of the signature once the integrity of everything was verified. */
  @FunctionalInterface
  private interface Signed {
    Signer signer() throws RefusedException, PGPException;
  }

  private Signed signed(BcPGPObjectFactory outer, OutputStream out)
      throws RefusedException, IOException, PGPException {
    BcPGPObjectFactory packets = outer;
    Object next = packets.nextObject();
    if (next instanceof PGPCompressedData compressed) {
      packets = new BcPGPObjectFactory(compressed.getDataStream());
      next = packets.nextObject();
    }
    if (!(next instanceof PGPOnePassSignatureList announced) || announced.isEmpty()) {
      if (next instanceof PGPLiteralData plain) {
        copy(plain, Optional.empty(), OutputStream.nullOutputStream());
      }
      return () -> {
        throw Refusal.SIGNATURE_MISSING.plain();
      };
    }
    PGPOnePassSignature onePass = announced.get(0);
    Optional<KeyRing.SigningKey> key = keys.findSigning(onePass.getKeyID());
    if (key.isPresent()) {
      onePass.init(new BcPGPContentVerifierBuilderProvider(), key.get().key());
    }
    if (!(packets.nextObject() instanceof PGPLiteralData literal)) {
      throw Refusal.NOT_DECRYPTED.plain();
    }
    copy(literal, key.map(known -> onePass), out);
    Object last = packets.nextObject();
    return () -> {
      if (!(last instanceof PGPSignatureList signatures) || signatures.isEmpty()) {
        throw Refusal.SIGNATURE_MISSING.plain();
      }
      KeyRing.SigningKey signing = check.key(onePass.getKeyID());
      PGPSignature signature = signatures.get(signatures.size() - 1);
      return check.counts(signature, signing, onePass.verify(signature));
    };
  }

  private void copy(PGPLiteralData literal, Optional<PGPOnePassSignature> update, OutputStream out)
      throws RefusedException, IOException {
    byte[] block = new byte[BLOCK];
    long size = 0;
    InputStream in = literal.getInputStream();
    for (int read = in.read(block); read >= 0; read = in.read(block)) {
      size += read;
      if (size > most) {
        throw PackageLimits.bytes("解密后的大小", "decrypted bytes", most);
      }
      int length = read;
      update.ifPresent(signature -> signature.update(block, 0, length));
      try {
        out.write(block, 0, read);
      } catch (IOException e) {
        throw new DeliveryException("Cannot write a package", DeliveryException.Retry.SAFE, e);
      }
    }
  }

  /** A disk that fails is no fault of the message. */
  private static void rethrowOurs(Exception e) {
    if (e instanceof DeliveryException ours) {
      throw ours;
    }
  }
}
