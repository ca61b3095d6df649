package xinglin.jobs.exchange.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests as manifests and answers write them: {@code sha256:} and 64 lower-case hex digits. */
public final class Digests {
  private static final String PREFIX = "sha256:";
  private static final int BLOCK = 1 << 16;

  private Digests() {}

  public static String of(byte[] bytes) {
    return of(sha256().digest(bytes), PREFIX);
  }

  /** What a digest in hex reads like. */
  public static String ofHex(String hex) {
    return PREFIX + hex;
  }

  /** SHA-256 of a file in hex, as ledgers write it. */
  public static String hexOf(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
    }
    return of(digest.digest(), "");
  }

  static String end(MessageDigest digest) {
    return of(digest.digest(), PREFIX);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", e);
    }
  }

  private static String of(byte[] digest, String prefix) {
    return prefix + HexFormat.of().formatHex(digest);
  }
}
