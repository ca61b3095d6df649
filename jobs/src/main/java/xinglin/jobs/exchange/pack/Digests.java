package xinglin.jobs.exchange.pack;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests as manifests and answers write them: {@code sha256:} and 64 lower-case hex digits. */
public final class Digests {
  private static final String PREFIX = "sha256:";

  private Digests() {}

  public static String of(byte[] bytes) {
    return of(sha256().digest(bytes), PREFIX);
  }

  /** What a digest in hex reads like. */
  public static String ofHex(String hex) {
    return PREFIX + hex;
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
