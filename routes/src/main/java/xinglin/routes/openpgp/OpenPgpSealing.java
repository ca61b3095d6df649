package xinglin.routes.openpgp;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import xinglin.jobs.exchange.RefusedException;
import xinglin.jobs.exchange.seal.Sealing;
import xinglin.jobs.exchange.seal.Signer;

/**
 * Suite {@code openpgp-1} with Bouncy Castle: what gpg makes is read, what is written gpg reads.
 * AES-256 with MDC, SHA-256, Ed25519 and X25519 or RSA of 3072 bits and more.
 */
public final class OpenPgpSealing implements Sealing {
  private static final int BUFFER = 1 << 16;
  private static final int HEAD = 64;
  private static final int SESSION_KEY = 1;
  private static final int MARKER = 10;
  private final KeyRing keys;

  public OpenPgpSealing(KeyRing keys) {
    this.keys = keys;
  }

  /** By the first packet: an encrypted session key, or the armour of a message. */
  @Override
  public boolean isSealed(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (new String(head, StandardCharsets.US_ASCII).startsWith("-----BEGIN PGP MESSAGE-----")) {
      return true;
    }
    if (head.length < 2 || (head[0] & 0x80) == 0) {
      return false;
    }
    boolean isNew = (head[0] & 0x40) != 0;
    int tag = isNew ? head[0] & 0x3f : (head[0] & 0x3f) >> 2;
    int version = head[isNew ? 2 : (head[0] & 3) == 0 ? 2 : 3];
    return (tag == SESSION_KEY && (version == 3 || version == 6)) || tag == MARKER;
  }

  @Override
  public Signer open(Path sealed, Path plain, Instant received, long most)
      throws RefusedException, IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(plain), BUFFER)) {
      return new MessageOpener(keys, received, most).open(sealed, out);
    }
  }

  @Override
  public void seal(Path plain, String name, String partner, Instant at, Path sealed)
      throws IOException {
    SecretKeys.Pair signing = keys.signing(at);
    PGPPublicKey encrypting = keys.encrypting(partner, at);
    Date time = Date.from(at);
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(sealed), BUFFER)) {
      PGPEncryptedDataGenerator encryption =
          new PGPEncryptedDataGenerator(
              new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                  .setWithIntegrityPacket(true));
      encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(encrypting));
      try (OutputStream out = encryption.open(file, new byte[BUFFER])) {
        PGPSignatureGenerator signature = signature(signing, time);
        signature.generateOnePassVersion(false).encode(out);
        try (InputStream in = Files.newInputStream(plain);
            OutputStream literal =
                new PGPLiteralDataGenerator()
                    .open(out, PGPLiteralData.BINARY, name, time, new byte[BUFFER])) {
          byte[] block = new byte[BUFFER];
          for (int read = in.read(block); read >= 0; read = in.read(block)) {
            literal.write(block, 0, read);
            signature.update(block, 0, read);
          }
        }
        signature.generate().encode(out);
      }
    } catch (PGPException e) {
      throw new IllegalStateException("Cannot seal for " + partner, e);
    }
  }

  @Override
  public byte[] sign(byte[] text, Instant at) {
    try {
      PGPSignatureGenerator signature = signature(keys.signing(at), Date.from(at));
      signature.update(text);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ArmoredOutputStream armour = ArmoredOutputStream.builder().clearHeaders().build(bytes)) {
        signature.generate().encode(armour);
      }
      return bytes.toByteArray();
    } catch (PGPException | IOException e) {
      throw new IllegalStateException("Cannot sign", e);
    }
  }

  @Override
  public Signer verify(byte[] text, byte[] signature, Instant received) throws RefusedException {
    return new SignatureCheck(keys, received).verify(text, signature);
  }

  private static PGPSignatureGenerator signature(SecretKeys.Pair key, Date at) throws PGPException {
    PGPSignatureGenerator signature =
        new PGPSignatureGenerator(
            new BcPGPContentSignerBuilder(key.open().getAlgorithm(), HashAlgorithmTags.SHA256),
            key.open());
    signature.init(PGPSignature.BINARY_DOCUMENT, key.secret());
    PGPSignatureSubpacketGenerator said = new PGPSignatureSubpacketGenerator();
    said.setSignatureCreationTime(false, at);
    said.setIssuerFingerprint(false, key.open());
    signature.setHashedSubpackets(said.generate());
    PGPSignatureSubpacketGenerator hint = new PGPSignatureSubpacketGenerator();
    hint.setIssuerKeyID(false, key.open().getKeyID());
    signature.setUnhashedSubpackets(hint.generate());
    return signature;
  }
}
